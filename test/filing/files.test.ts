import { expect } from 'chai';
import { acceptRecord } from '../../server/filing/accept-record.ts';
import { closeRecordFile } from '../../server/filing/close-record-file.ts';
import { editRecordFile } from '../../server/filing/edit-record-file.ts';
import { getFileStory } from '../../server/filing/get-file-story.ts';
import { getFileTree } from '../../server/filing/get-file-tree.ts';
import { getRecordFile } from '../../server/filing/get-record-file.ts';
import { listRecordFiles } from '../../server/filing/list-record-files.ts';
import { mergeRecordFile } from '../../server/filing/merge-record-file.ts';
import { moveRecord } from '../../server/filing/move-record.ts';
import { reopenRecordFile } from '../../server/filing/reopen-record-file.ts';
import { setTriggerDate } from '../../server/filing/set-trigger-date.ts';
import { makeAgency } from '../support/agency.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';
import { disposed } from '../support/received-letters.ts';
import { type Archive, openArchive } from './archive.ts';

describe('a file (berkas)', () => {
  let archive: Archive;

  beforeEach(async () => {
    archive = await openArchive();
  });
  afterEach(() => archive.deps.release());

  const archivist = () => archive.agency.actor('arsiparis');
  const close = async (fileId: string, version: number, more: { closedOn?: string; triggerOn?: string } = {}) =>
    closeRecordFile(archive.deps, await archivist(), { fileId, version, closedOn: '2026-11-24', ...more });
  const rule = (sql: string) =>
    rowsOf(archive.adminUrl, `update classification_version set ${sql} where code = '500.12.6' and agency_id = $1`, [
      archive.agency.agencyId,
    ]);

  it('takes the next number of its unit and year, without a gap', async () => {
    const numbers = [];
    for (const title of ['Pertama', 'Kedua']) numbers.push((await archive.newFile(title)).number);
    await archive.document();
    numbers.push((await archive.newFile('Keempat')).number);
    expect(numbers).to.deep.equal([1, 2, 4]);
    expect((await archive.newFile('Unit lain', { as: 'arsiparispupr' })).number).to.equal(1);
    const all = await listRecordFiles(archive.deps, await archivist(), { q: '', limit: 2 });
    expect(all.files.map(({ number }) => number)).to.deep.equal([4, 3]);
    const rest = await listRecordFiles(archive.deps, await archivist(), { q: '', limit: 2, after: all.next ?? '' });
    expect(rest.files.map(({ number }) => number)).to.deep.equal([2, 1]);
    expect(rest.next).to.equal(null);
  });

  it('is refused under a classification that is too broad, retired or unknown', async () => {
    for (const code of ['500', '123.4']) await refusalOf(archive.newFile('Berkas', { code }), 'invalid_input');
    await rowsOf(
      archive.adminUrl,
      `update classification set retired_on = '2026-01-01' where code = '500.12.6' and agency_id = $1`,
      [archive.agency.agencyId],
    );
    await refusalOf(archive.newFile('Berkas'), 'invalid_input');
  });

  it('freezes its rule when it is closed and counts its years from there', async () => {
    const made = await archive.newFile('Yang ditutup');
    const closed = await close(made.id, made.version, { closedOn: '2026-11-20' });
    expect(closed).to.deep.include({
      status: 'closed',
      closedOn: '2026-11-20',
      activeUntil: '2028-11-20',
      inactiveUntil: '2031-11-20',
      rule: {
        ...{ activeYears: 2, inactiveYears: 3, triggerEvent: '', finalAction: 'permanent', exceptionNote: '' },
        isFrozen: true,
      },
    });
    await rule(`active_years = 9`);
    expect((await archive.file(made.id)).rule.activeYears).to.equal(2);
  });

  it('is closed neither in the future nor twice nor from an old version', async () => {
    const made = await archive.newFile('Yang ditutup');
    const future = await refusalOf(close(made.id, made.version, { closedOn: '2026-11-25' }), 'invalid_input');
    expect(future.fields.map(({ path }) => path)).to.deep.equal(['closedOn']);
    await refusalOf(close(made.id, made.version + 1), 'stale_version');
    const closed = await close(made.id, made.version);
    await refusalOf(close(made.id, closed.version), 'wrong_state');
  });

  it('waits for the event its rule names, and counts from the later day', async () => {
    await rule(`trigger_event = 'setelah pemeriksaan selesai'`);
    const made = await archive.newFile('Menunggu pemeriksaan');
    const closed = await close(made.id, made.version, { closedOn: '2026-11-01' });
    expect(closed).to.include({ activeUntil: null, inactiveUntil: null });
    const actor = await archivist();
    const set = (version: number, triggerOn: string) =>
      setTriggerDate(archive.deps, actor, { fileId: made.id, version, triggerOn });
    await refusalOf(set(closed.version, '2027-01-01'), 'invalid_input');
    const set1 = await set(closed.version, '2026-11-10');
    expect(set1).to.include({ activeUntil: '2028-11-10', inactiveUntil: '2031-11-10', triggerOn: '2026-11-10' });
    expect((await set(set1.version, '2026-10-10')).activeUntil).to.equal('2028-11-01');
    const plain = await archive.newFile('Tanpa pemicu');
    await rule(`trigger_event = ''`);
    const other = await close(plain.id, plain.version);
    await refusalOf(
      setTriggerDate(archive.deps, actor, { fileId: plain.id, version: other.version, triggerOn: '2026-11-10' }),
      'wrong_state',
    );
  });

  it('opens again with a reason while it is active, not after', async () => {
    const made = await archive.newFile('Dibuka lagi');
    const closed = await close(made.id, made.version);
    const actor = await archivist();
    const reopen = (version: number) =>
      reopenRecordFile(archive.deps, actor, { fileId: made.id, version, reason: 'Ada surat susulan' });
    const open = await reopen(closed.version);
    expect(open).to.include({ status: 'open', closedOn: null, activeUntil: null });
    expect(open.rule.isFrozen).to.equal(false);
    const again = await close(made.id, open.version);
    archive.deps.setNow(new Date('2028-12-01T02:00:00Z'));
    const refusal = await refusalOf(reopen(again.version), 'wrong_state');
    expect(refusal.detail).to.match(/Masa aktif/u);
  });

  it('hands what was only proposed to the next standing file when it is closed', async () => {
    await archive.document();
    await archive.document({ title: 'Datang kemudian' });
    const [late, first] = await archive.queue();
    const actor = await archivist();
    await acceptRecord(archive.deps, actor, { recordId: first!.id, version: first!.version });
    const standing = await archive.file(first!.file!.id);
    await close(standing.id, standing.version);
    const [moved] = await archive.queue();
    expect(moved).to.include({ id: late!.id, isCertain: false });
    expect(moved?.file).to.deep.include({ number: 2, title: standing.title });
    await refusalOf(acceptRecord(archive.deps, actor, { recordId: late!.id, version: late!.version }), 'stale_version');
    await archive.document({ title: 'Sesudah ditutup' });
    expect((await archive.queue()).map(({ file }) => file?.number)).to.deep.equal([2, 2]);
    const reopened = await reopenRecordFile(archive.deps, actor, {
      ...{ fileId: standing.id, version: standing.version + 1, reason: 'Salah tutup' },
    });
    expect(reopened).to.include({ status: 'open', isStanding: false });
  });

  it('moves an item with a reason, and never out of or into a closed file', async () => {
    const [from, to] = [await archive.newFile('Asal'), await archive.newFile('Tujuan')];
    const made = await archive.document({}, { fileId: from.id });
    const actor = await archivist();
    const move = (fileId: string, reason: string, version = made.recordVersion) =>
      moveRecord(archive.deps, actor, { recordId: made.recordId, version, fileId, reason });
    await refusalOf(move(to.id, ''), 'invalid_input');
    await refusalOf(move(from.id, 'Tidak ke mana-mana'), 'wrong_state');
    const other = await archive.newFile('Unit lain', { as: 'arsiparispupr' });
    await refusalOf(move(other.id, 'Ke unit lain'), 'not_found');
    const { item } = await move(to.id, 'Salah berkas');
    expect(item.ordinal).to.equal(1);
    expect(await archive.items(from.id)).to.deep.equal([]);
    await close(to.id, to.version);
    await refusalOf(move(from.id, 'Kembali', item.version), 'wrong_state');
  });

  it('merges into another: items follow in order, the number stays findable', async () => {
    const [from, into] = [await archive.newFile('Dua nama'), await archive.newFile('Nama yang dipakai')];
    for (const title of ['A1', 'A2']) await archive.document({ title: `Dokumen ${title}` }, { fileId: from.id });
    await archive.document({ title: 'Dokumen B1' }, { fileId: into.id });
    const actor = await archivist();
    const merge = (fileId: string, version: number, intoFileId: string) =>
      mergeRecordFile(archive.deps, actor, { fileId, version, intoFileId, reason: 'Kegiatan yang sama' });
    await refusalOf(merge(from.id, from.version, from.id), 'invalid_input');
    const merged = await merge(from.id, from.version, into.id);
    expect(merged).to.deep.include({ status: 'merged', itemCount: 0, actions: [] });
    expect(merged.mergedInto).to.include({ id: into.id, number: into.number });
    expect(await archive.items(into.id)).to.deep.equal([
      { ordinal: 1, title: 'Dokumen B1' },
      { ordinal: 2, title: 'Dokumen A1' },
      { ordinal: 3, title: 'Dokumen A2' },
    ]);
    const found = await listRecordFiles(archive.deps, actor, { q: 'Dua nama', limit: 5 });
    expect(found.files.map(({ id, status }) => [id, status])).to.deep.equal([[from.id, 'merged']]);
    await refusalOf(merge(into.id, into.version, from.id), 'wrong_state');
  });

  it('keeps what was changed, with who and from what', async () => {
    const made = await archive.newFile('Judul lama');
    const wanted = { title: 'Judul baru', description: 'Uraian', boxId: null, folder: '3' };
    const actor = await archivist();
    const edited = await editRecordFile(archive.deps, actor, { fileId: made.id, version: made.version, ...wanted });
    expect(edited).to.include({ title: 'Judul baru', folder: '3', version: made.version + 1 });
    await refusalOf(
      editRecordFile(archive.deps, actor, { fileId: made.id, version: made.version, ...wanted }),
      'stale_version',
    );
    const rows = await rowsOf(
      archive.adminUrl,
      `select kind, version, changes -> 'title' as title, person_id from record_file_change where file_id = $1 order by id`,
      [made.id],
    );
    const { personId } = archive.agency.desk('arsiparis');
    expect(rows[1]).to.deep.equal({
      ...{ kind: 'edited', version: 2, title: { from: 'Judul lama', to: 'Judul baru' }, person_id: personId },
    });
  });

  it('tells its story in the order of time', async () => {
    const own = await archive.newFile('Longsor Badau');
    archive.deps.advance(1000);
    const incomingId = await archive.incoming({ subject: 'Permohonan alat berat', letterDate: '2026-11-20' });
    await disposed(archive.deps, archive.agency, { incomingId, from: 'kadis', to: 'kabid' });
    const [item] = await archive.queue();
    const actor = await archivist();
    await moveRecord(archive.deps, actor, { recordId: item!.id, version: item!.version, fileId: own.id, reason: '' });
    const secret = await archive.incoming({ securityClass: 'R', subject: 'Rahasia', letterDate: '2026-11-21' });
    await disposed(archive.deps, archive.agency, { incomingId: secret, from: 'kadis', to: 'kabid' });
    const [hidden] = await archive.queue();
    await moveRecord(archive.deps, actor, {
      recordId: hidden!.id,
      version: hidden!.version,
      fileId: own.id,
      reason: '',
    });
    archive.deps.advance(60_000);
    await close(own.id, own.version);
    const story = await getFileStory(archive.deps, actor, { fileId: own.id });
    expect(story.entries.map(({ kind, title }) => [kind, title])).to.deep.equal([
      ['item', 'Permohonan alat berat'],
      ['file', 'Berkas dibuat'],
      ['disposition', 'Disposisi kadis kepada Ka. Bidang Aplikasi Informatika'],
      ['file', 'Berkas ditutup'],
    ]);
    expect(story.summary.replaceAll('\u00a0', ' ')).to.equal(
      'Berkas 001/2026 memuat 2 item dari 20 November 2026 sampai 21 November 2026. Di dalamnya ada 1 disposisi. Berkas ditutup 24 November 2026 dan aktif sampai 24 November 2028.',
    );
    expect(JSON.stringify(story)).not.to.include('"Rahasia"');
  });

  it('stands in the tree of classifications with what is below each code', async () => {
    await archive.newFile('Satu');
    await archive.newFile('Dua');
    await archive.newFile('Tiga', { code: '000.1' });
    await archive.document();
    const tree = await getFileTree(archive.deps, await archivist());
    expect(tree).to.include({ isArchivist: true, activeCount: 4, unfiledCount: 1 });
    expect(tree.nodes.map(({ code, fileCount, ownCount }) => [code, fileCount, ownCount])).to.deep.equal([
      ['000', 1, 0],
      ['000.1', 1, 1],
      ['500', 3, 0],
      ['500.12', 3, 0],
      ['500.12.6', 3, 3],
    ]);
    const below = await listRecordFiles(archive.deps, await archivist(), { q: '', code: '500.12', limit: 10 });
    expect(below.files).to.have.lengthOf(3);
    const exact = await listRecordFiles(archive.deps, await archivist(), { q: '', exactCode: '500.12', limit: 10 });
    expect(exact.files).to.have.lengthOf(0);
  });

  describe('seen by others', () => {
    it('shows its own OPD what is class B, its archivist everything with R as masked rows', async () => {
      const own = await archive.newFile('Campuran');
      const { positionId } = archive.agency.desk('arsiparis');
      const { positionId: kadis } = archive.agency.desk('kadis');
      await archive.document({ title: 'Terbuka' }, { fileId: own.id });
      await archive.document({ title: 'Terbatas', securityClass: 'T' }, { fileId: own.id });
      await archive.document(
        { title: 'Rahasia sendiri', securityClass: 'R', readerPositionIds: [positionId] },
        { fileId: own.id },
      );
      const hidden = await archive.document(
        { title: 'Rahasia orang', securityClass: 'SR', readerPositionIds: [positionId, kadis] },
        { fileId: own.id },
      );
      await rowsOf(archive.adminUrl, `delete from document_access where document_id = $1 and grantee_id = $2`, [
        hidden.id,
        positionId,
      ]);
      expect((await archive.items(own.id)).map(({ title }) => title)).to.deep.equal([
        'Terbuka',
        'Terbatas',
        'Rahasia sendiri',
        'Arsip sangat rahasia',
      ]);
      expect((await archive.items(own.id, 'staf')).map(({ title }) => title)).to.deep.equal(['Terbuka']);
      const seen = await archive.file(own.id, 'staf');
      expect(seen).to.deep.include({ itemCount: 1, secretCount: 0, limitedCount: 0, pageCount: 3, actions: [] });
      expect(await archive.file(own.id)).to.include({ itemCount: 4, secretCount: 2, limitedCount: 1 });
    });

    it('is not there for other OPDs and agencies, nor without class B for its own OPD', async () => {
      const own = await archive.newFile('Tertutup');
      await archive.document({ title: 'Terbatas', securityClass: 'T' }, { fileId: own.id });
      for (const key of ['staf', 'arsiparispupr', 'sekda', 'admin'] as const)
        await refusalOf(archive.file(own.id, key), 'not_found');
      const other = await makeAgency(archive.deps, { name: 'Provinsi Lain' });
      await refusalOf(getRecordFile(archive.deps, await other.actor('arsiparis'), { fileId: own.id }), 'not_found');
      const list = await listRecordFiles(archive.deps, await archive.agency.actor('staf'), { q: '', limit: 10 });
      expect(list.files).to.deep.equal([]);
    });

    it('is changed only by its archivist', async () => {
      const own = await archive.newFile('Milik Diskominfo');
      await archive.document({}, { fileId: own.id });
      const command = { fileId: own.id, version: own.version, closedOn: '2026-11-24' };
      await refusalOf(closeRecordFile(archive.deps, await archive.agency.actor('staf'), command), 'forbidden');
      await refusalOf(closeRecordFile(archive.deps, await archive.agency.actor('arsiparispupr'), command), 'not_found');
      await refusalOf(archive.newFile('Bukan arsiparis', { as: 'tu' }), 'forbidden');
    });
  });
});
