import { expect } from 'chai';
import { acceptCertain } from '../../server/filing/accept-certain.ts';
import { acceptRecord } from '../../server/filing/accept-record.ts';
import { setFilingSetting } from '../../server/filing/filing-setting.ts';
import { listCandidates } from '../../server/filing/list-candidates.ts';
import { listUnfiled } from '../../server/filing/list-unfiled.ts';
import { moveRecord } from '../../server/filing/move-record.ts';
import { createRecordFile } from '../../server/filing/create-record-file.ts';
import { sweepFiling } from '../../server/filing/sweep-filing.ts';
import { run } from '../../server/db.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';
import { giveCertificate, inside } from '../support/letters.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { type Archive, openArchive } from './archive.ts';

describe('the unfiled queue', () => {
  let archive: Archive;

  beforeEach(async () => {
    archive = await openArchive();
  });
  afterEach(() => archive.deps.release());

  const archivist = () => archive.agency.actor('arsiparis');
  const accept = async (item: { id: string; version: number }) =>
    acceptRecord(archive.deps, await archivist(), { recordId: item.id, version: item.version });
  const only = async () => {
    const [item, ...rest] = await archive.queue();
    if (!item || rest.length > 0) throw new Error(`expected one item, found ${rest.length + (item ? 1 : 0)}`);
    return item;
  };

  it('proposes the standing file as likely, and as certain once the archivist has agreed with it', async () => {
    await archive.document();
    await archive.document({ title: 'Notula kedua' });
    const before = await archive.queue();
    expect(before.map(({ isCertain, reasonText }) => [isCertain, reasonText])).to.deep.equal([
      [false, 'Klasifikasi dan jenis sama'],
      [false, 'Klasifikasi dan jenis sama'],
    ]);
    const { item, file } = await accept(before[1]!);
    expect(item).to.include({ ordinal: 1, filing: 'filed' });
    expect(file).to.include({ number: 1, year: 2026, title: 'e-Government 2026' });
    expect((await only()).isCertain).to.equal(true);
    await archive.document({ title: 'Notula ketiga' });
    expect((await archive.queue()).map(({ isCertain }) => isCertain)).to.deep.equal([true, true]);
  });

  it('gives each filed item the next place in its file', async () => {
    for (const title of ['Satu', 'Dua', 'Tiga']) await archive.document({ title: `Notula ${title}` });
    const waiting = await archive.queue();
    for (const item of waiting.reverse()) await accept(item);
    const fileId = waiting[0]?.file?.id ?? '';
    expect(await archive.items(fileId)).to.deep.equal([
      { ordinal: 1, title: 'Notula Satu' },
      { ordinal: 2, title: 'Notula Dua' },
      { ordinal: 3, title: 'Notula Tiga' },
    ]);
    expect(await archive.queue()).to.deep.equal([]);
  });

  it('follows a reply into the file of the letter it answers, on both sides', async () => {
    const { deps, agency } = archive;
    await giveCertificate(deps, agency, 'kadis');
    await giveCertificate(deps, agency, 'kadispupr');
    const incomingId = await archive.incoming({ to: 'staf', number: '600/9/BUP/2026' });
    const own = await archive.newFile('Permohonan data Kapuas Hulu');
    const asked = await only();
    await moveRecord(deps, await archivist(), {
      recordId: asked.id,
      version: asked.version,
      fileId: own.id,
      reason: '',
    });
    const letter = await signedLetter(deps, agency, {
      to: [inside(agency, 'kadispupr')],
      prepare: (letterId) =>
        deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
          run(
            tx,
            `insert into letter_reply (agency_id, letter_id, incoming_id, created_at) values (:agencyId, :letterId, :incomingId, :now)`,
            { agencyId: agency.agencyId, letterId, incomingId, now: deps.now() },
          ),
        ),
    });
    const item = await only();
    expect(item).to.deep.include({
      reason: 'reply',
      reasonText: 'Balasan atas item 1',
      isCertain: true,
      path: `/surat/${letter.id}`,
      file: { id: own.id, number: own.number, year: 2026, title: 'Permohonan data Kapuas Hulu' },
    });
    expect((await archive.queue('arsiparispupr')).map(({ reason }) => reason)).to.deep.equal(['classification']);
  });

  it('follows a number that is named, and a report to its task order', async () => {
    const own = await archive.newFile('Mobilisasi tim');
    await archive.document(
      { title: 'Surat tugas tim mobilisasi', number: '800.1.11.1/2071/DPUPR/2026' },
      { fileId: own.id },
    );
    await archive.document({
      title: 'Laporan tim',
      summary: 'Sesuai surat 800.1.11.1/2071/DPUPR/2026',
      classificationCode: null,
    });
    expect(await only()).to.include({
      reason: 'assignment',
      reasonText: 'Laporan atas surat tugas, item 1',
      isCertain: true,
    });
    await archive.incoming({ subject: 'Menindaklanjuti 800.1.11.1/2071/DPUPR/2026', number: '77/X' });
    const [named] = await archive.queue();
    expect(named).to.deep.include({ reason: 'mention', reasonText: 'Menyebut nomor item 1', isCertain: true });
    expect(named?.file?.id).to.equal(own.id);
  });

  it('remembers what such letters were filed under', async () => {
    const own = await archive.newFile('Layanan data Bupati Kapuas Hulu');
    await archive.document({ title: 'Permohonan data aplikasi perizinan', sender: 'Pemkab' }, { fileId: own.id });
    await archive.document({ title: 'Permohonan data aplikasi pajak', sender: 'Pemkab' });
    const item = await only();
    expect(item).to.include({ reason: 'history', isCertain: false });
    expect(item.file?.id).to.equal(own.id);
  });

  it('proposes a new file where nothing fits: no classification, or one too broad', async () => {
    for (const classificationCode of [null, '500']) {
      await archive.document({ title: 'Pergeseran belanja', classificationCode });
    }
    for (const item of await archive.queue())
      expect(item).to.deep.include({
        file: null,
        isCertain: false,
        reasonText: 'Belum ada berkas yang cocok',
        suggestedTitle: 'Pergeseran belanja 2026',
      });
    const [item] = await archive.queue();
    await refusalOf(accept(item!), 'wrong_state');
    const { id, version } = item!;
    const made = await createRecordFile(archive.deps, await archivist(), {
      ...{ title: 'BTT bencana 2026', classificationCode: '000.1', description: '', record: { id, version } },
    });
    expect(made).to.include({ itemCount: 1, number: 1, status: 'open', isStanding: false });
    expect(await archive.queue()).to.have.lengthOf(1);
  });

  it('accepts all certain ones when the count is the one that was shown', async () => {
    await archive.document();
    await accept(await only());
    for (const title of ['Kedua', 'Ketiga']) await archive.document({ title });
    await archive.document({ title: 'Tanpa klasifikasi', classificationCode: null });
    const actor = await archivist();
    const { certainCount, total } = await listUnfiled(archive.deps, actor, { limit: 1 });
    expect({ certainCount, total }).to.deep.equal({ certainCount: 2, total: 3 });
    await refusalOf(acceptCertain(archive.deps, actor, { count: 1 }), 'stale_version');
    expect(await acceptCertain(archive.deps, actor, { count: 2 })).to.deep.equal({ accepted: 2 });
    expect((await only()).title).to.equal('Tanpa klasifikasi');
    const events = await valueOf<number>(
      archive.adminUrl,
      `select count(*)::int from event where action = 'record.placed'`,
    );
    expect(events).to.equal(3);
  });

  it('pages through what waits, newest first', async () => {
    for (const title of ['Satu', 'Dua', 'Tiga']) await archive.document({ title: `Notula ${title}` });
    const actor = await archivist();
    const first = await listUnfiled(archive.deps, actor, { limit: 2 });
    expect(first.items.map(({ title }) => title)).to.deep.equal(['Notula Tiga', 'Notula Dua']);
    const second = await listUnfiled(archive.deps, actor, { limit: 2, after: first.next ?? '' });
    expect(second.items.map(({ title }) => title)).to.deep.equal(['Notula Satu']);
    expect(second.next).to.equal(null);
  });

  it('is empty by default: certain proposals are filed after three working days', async () => {
    const { deps } = archive;
    await archive.document();
    await accept(await only());
    await archive.document({ title: 'Yang pasti' });
    await archive.document({ title: 'Yang belum pasti', classificationCode: null });
    deps.setNow(new Date('2026-11-26T09:00:00Z'));
    await sweepFiling(deps);
    expect(await archive.queue()).to.have.lengthOf(2);
    deps.setNow(new Date('2026-11-27T02:00:00Z'));
    await Promise.all([sweepFiling(deps), sweepFiling(deps)]);
    expect((await only()).title).to.equal('Yang belum pasti');
    const filedBySystem = await valueOf<number>(
      archive.adminUrl,
      `select count(*)::int from record where filing = 'filed' and filed_by_position_id is null`,
    );
    expect(filedBySystem).to.equal(1);
  });

  it('files nothing by itself when the setting says never', async () => {
    const { deps } = archive;
    await refusalOf(setFilingSetting(deps, await archivist(), { fileAfterDays: 0 }), 'forbidden');
    await setFilingSetting(deps, await archive.agency.actor('admin'), { fileAfterDays: 0 });
    await archive.document();
    await accept(await only());
    await archive.document({ title: 'Yang pasti' });
    deps.setNow(new Date('2027-02-01T02:00:00Z'));
    await sweepFiling(deps);
    expect((await only()).isCertain).to.equal(true);
  });

  it('offers ranked files and, with words, the open ones that match', async () => {
    const own = await archive.newFile('Mobilisasi tim');
    await archive.document({ title: 'Surat tugas', number: '800/1/DPUPR/2026' }, { fileId: own.id });
    await archive.document({ title: 'Laporan', summary: 'Sesuai 800/1/DPUPR/2026' });
    const item = await only();
    const actor = await archivist();
    const ask = async (q: string) => (await listCandidates(archive.deps, actor, { recordId: item.id, q })).candidates;
    expect((await ask('')).map(({ file }) => file.id)).not.to.include(own.id);
    const other = await archive.newFile('Rapat mobilisasi kedua');
    expect((await ask('mobilisasi')).map(({ file }) => file.id)).to.deep.equal([other.id]);
    expect((await ask(`00${other.number}/2026`)).map(({ file }) => file.title)).to.deep.equal([
      'Rapat mobilisasi kedua',
    ]);
  });

  it('is only for archivists, each of the own units', async () => {
    await archive.document();
    const item = await only();
    for (const key of ['staf', 'tu', 'admin'] as const) {
      const actor = await archive.agency.actor(key);
      await refusalOf(listUnfiled(archive.deps, actor, { limit: 10 }), 'forbidden');
      await refusalOf(acceptCertain(archive.deps, actor, { count: 1 }), 'forbidden');
      await refusalOf(acceptRecord(archive.deps, actor, { recordId: item.id, version: item.version }), 'not_found');
    }
    expect(await archive.queue('arsiparispupr')).to.deep.equal([]);
    const stranger = await archive.agency.actor('arsiparispupr');
    await refusalOf(acceptRecord(archive.deps, stranger, { recordId: item.id, version: item.version }), 'not_found');
  });

  it('masks what is secret to the archivist: that it is there, not what it is', async () => {
    await archive.incoming({ securityClass: 'R', subject: 'Pemeriksaan rahasia pegawai', number: '9/RHS/2026' });
    const item = await only();
    expect(item).to.include({ isMasked: true, title: 'Arsip rahasia', number: '', path: null });
    expect(item.suggestedTitle).to.equal('e-Government 2026');
    expect(JSON.stringify(item)).not.to.match(/pegawai|RHS/u);
  });
});
