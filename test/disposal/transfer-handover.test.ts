import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmApproval } from '../../server/disposal/confirm-approval.ts';
import { exportDisposalList } from '../../server/disposal/export-disposal-list.ts';
import { excludeDisposalFiles } from '../../server/disposal/exclude-disposal-files.ts';
import { getExternalApproval } from '../../server/disposal/get-external-approval.ts';
import { listDueFiles } from '../../server/disposal/list-due-files.ts';
import { listDisposals } from '../../server/disposal/list-disposals.ts';
import { recordApproval } from '../../server/disposal/record-approval.ts';
import { signPaper } from '../../server/disposal/sign-paper.ts';
import { cancelDisposal, returnDisposal, withdrawDisposal } from '../../server/disposal/take-disposal-back.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type DeskKey, TEST_PASSPHRASE, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { outside } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { giveCertificates, makeDueFile, Office, placeHold } from './archive.ts';

describe('pemindahan, penyerahan, and the ways back', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  const admin = () => deps.database.adminUrl;
  const letters = [{ to: [outside('PT Uji')] }];

  before(async function () {
    this.timeout(60_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificates(deps, agency);
  });
  after(() => deps.release());

  const lifecycleOf = (fileId: string) =>
    valueOf<string>(admin(), 'select lifecycle from record_file where id = $1', [fileId]);

  async function keepPapers(office: Office): Promise<void> {
    const folder = process.env['PAPERS_TO'];
    if (folder === undefined) return;
    const rows = await rowsOf<{ kind: string; sha256: string }>(
      admin(),
      `select kind, sha256 from official_paper where disposal_id = $1 and status = 'signed'`,
      [office.id],
    );
    for (const { kind, sha256 } of rows)
      writeFileSync(join(folder, `${office.id.slice(-3)}-${kind}.pdf`), await deps.files.read(agency.agencyId, sha256));
  }

  it('due files come by what their rule asks for, held ones uncounted, in pages', async function () {
    this.timeout(60_000);
    const files: string[] = [];
    for (const kind of ['review', 'review', 'review'] as const)
      files.push((await makeDueFile(deps, agency, { kind, letters })).fileId);
    await placeHold(deps, agency, files[1] ?? '');
    const archivist = await agency.actor('arsiparis');
    const first = await listDueFiles(deps, archivist, { kind: 'review', limit: 2 });
    const rest = await listDueFiles(deps, archivist, { kind: 'review', limit: 2, after: first.next ?? '' });
    expect([...first.files, ...rest.files].map(({ fileId }) => fileId)).to.have.members(files);
    expect(rest.next).to.equal(null);
    expect(first.counts.review).to.equal(2);
    expect([...first.files, ...rest.files].find(({ isHeld }) => isHeld)?.holdText).to.match(/700\/112/u);
    await refusalOf(listDueFiles(deps, await agency.actor('staf'), { kind: 'review', limit: 2 }), 'forbidden');
    const foreign = await listDueFiles(deps, await agency.actor('arsiparispupr'), { kind: 'review', limit: 5 });
    expect(foreign.files).to.deep.equal([]);
  });

  it('a transfer signed by both heads makes the files inactive; what is held by then stays active', async function () {
    this.timeout(60_000);
    const moved = await makeDueFile(deps, agency, { kind: 'transfer', letters });
    const held = await makeDueFile(deps, agency, { kind: 'transfer', letters });
    const office = new Office(deps, agency);
    await office.begin('transfer', [moved.fileId, held.fileId]);
    await office.submit();
    await office.signAll('transfer_minutes', ['kabid']);
    expect(await lifecycleOf(moved.fileId)).to.equal('active');
    await placeHold(deps, agency, held.fileId);
    await office.signAll('transfer_minutes', ['sekdis']);
    const now = await office.now();
    expect(now.state).to.equal('done');
    expect(now.totals).to.include({ done: 1, leftOut: 1 });
    expect(await lifecycleOf(moved.fileId)).to.equal('inactive');
    expect(await lifecycleOf(held.fileId)).to.equal('active');
    await keepPapers(office);
  });

  it('a handover passes panel, archival institution, decree and statement before it changes hands', async function () {
    this.timeout(120_000);
    const { fileId } = await makeDueFile(deps, agency, { kind: 'handover', letters });
    const office = new Office(deps, agency);
    await office.begin('handover', [fileId]);
    await office.submit();
    await office.signAll('handover_list', ['kabid', 'sekdis']);
    for (const key of ['sekdis', 'kadis', 'arsiparis'] as const) await office.assess(key);
    await office.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
    await refusalOf(office.approve('gubernur'), 'forbidden');
    await office.approve('kadispupr');
    await office.signAll('approval', ['kadispupr']);
    await office.signAll('decree', ['kadis']);
    await office.signAll('authenticity', ['kadis']);
    await office.signAll('handover_minutes', ['kadis', 'kadispupr']);
    expect((await office.now()).state).to.equal('done');
    const [row] = await rowsOf<{ lifecycle: string; kept_by_unit_id: string }>(
      admin(),
      'select lifecycle, kept_by_unit_id from record_file where id = $1',
      [fileId],
    );
    expect(row).to.deep.equal({ lifecycle: 'handed_over', kept_by_unit_id: agency.unitId('pupr') });
    await keepPapers(office);
  });

  it('an approval of the National Archives takes one person to record and another to confirm', async function () {
    this.timeout(120_000);
    const { fileId } = await makeDueFile(deps, agency, { letters, years: [5, 5] });
    const office = new Office(deps, agency);
    await office.begin('destruction', [fileId]);
    const { route } = await office.submit();
    expect(route).to.equal('national_archive');
    await office.signAll('destruction_list', ['kabid', 'sekdis']);
    for (const key of ['sekdis', 'kadis', 'arsiparis'] as const) await office.assess(key);
    const record = async () => {
      const { version } = await office.now();
      const given = { disposalId: office.id, version, number: 'B-AK.02/17/2026', date: '2026-11-20' };
      return recordApproval(deps, await office.actor('arsiparis'), {
        ...given,
        bytes: Buffer.from('%PDF-1.4 pindaian'),
      });
    };
    await refusalOf(record(), 'paper_unsigned');
    await office.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
    await refusalOf(office.approve('gubernur'), 'forbidden');
    await record();
    const confirm = async (key: DeskKey, typedCount = 1) => {
      const { version } = await office.now();
      return confirmApproval(deps, await office.actor(key), {
        disposalId: office.id,
        version,
        typedCount,
        hasRead: true,
      });
    };
    await refusalOf(confirm('arsiparis'), 'two_people');
    await refusalOf(confirm('kadis', 2), 'wrong_count');
    expect((await confirm('kadis')).state).to.equal('approved');
    const scan = await getExternalApproval(deps, await agency.actor('kadis'), { disposalId: office.id });
    expect(Buffer.from(scan.bytes as Uint8Array).toString()).to.match(/^%PDF/u);
    await office.signAll('decree', ['kadis']);
    expect((await office.now()).state).to.equal('decreed');
  });

  it('what is returned begins a new round; numbers of its papers become void with the reason', async function () {
    this.timeout(120_000);
    const files = [await makeDueFile(deps, agency, { letters }), await makeDueFile(deps, agency, { letters })];
    const office = new Office(deps, agency);
    await office.begin(
      'destruction',
      files.map(({ fileId }) => fileId),
    );
    await office.submit();
    await office.assess('sekdis');
    await excludeDisposalFiles(deps, await office.actor('kadis'), {
      disposalId: office.id,
      version: (await office.now()).version,
      fileIds: [files[1]?.fileId ?? ''],
      reason: 'Masih bernilai guna bagi audit',
    });
    await refusalOf(office.assess('kadis', 2), 'wrong_count');
    const back = await returnDisposal(deps, await office.actor('kadis'), {
      disposalId: office.id,
      version: (await office.now()).version,
      reason: 'Lengkapi lokasi penyimpanan',
    });
    expect(back).to.include({ state: 'draft', returnReason: 'Lengkapi lokasi penyimpanan' });
    expect(back.papers).to.deep.equal([]);
    expect(back.parties.every(({ verdict }) => verdict === null)).to.equal(true);
    const voided = await valueOf<string>(
      admin(),
      `select e.void_reason from register_entry e join official_paper p on p.id = e.entity_id where p.disposal_id = $1`,
      [office.id],
    );
    expect(voided).to.equal('Lengkapi lokasi penyimpanan');
    await office.submit();
    await office.work();
    for (const key of ['sekdis', 'kadis', 'arsiparis'] as const) await office.assess(key, 1);
    const version = (await office.now()).version;
    await withdrawDisposal(deps, await office.actor('arsiparis'), {
      disposalId: office.id,
      version,
      reason: 'Salah lampiran',
    });
    const cancelled = await cancelDisposal(deps, await office.actor('arsiparis'), {
      disposalId: office.id,
      version: version + 1,
      reason: 'Usulan digabung dengan usulan lain',
    });
    expect(cancelled.state).to.equal('cancelled');
    const again = new Office(deps, agency);
    await again.begin(
      'destruction',
      files.map(({ fileId }) => fileId),
    );
  });

  it('signatures come in turn, each person once; without the timestamp service they wait and nothing is lost', async function () {
    this.timeout(60_000);
    const { fileId } = await makeDueFile(deps, agency, { kind: 'transfer', letters });
    const office = new Office(deps, agency);
    await office.begin('transfer', [fileId]);
    await office.submit();
    await office.work();
    const sign = async (key: DeskKey, passphrase = TEST_PASSPHRASE) => {
      const paper = (await office.now()).papers[0];
      return signPaper(deps, await office.actor(key), {
        paperId: paper?.id ?? '',
        version: paper?.version ?? 0,
        passphrase,
      });
    };
    await refusalOf(sign('sekdis'), 'paper_unsigned');
    await refusalOf(sign('arsiparis'), 'forbidden');
    await refusalOf(sign('kabid', 'bukan-passphrase'), 'wrong_passphrase');
    const presses = await Promise.allSettled([sign('kabid'), sign('kabid'), sign('kabid')]);
    expect(presses.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    deps.timestampService.isDown = true;
    await drainOutbox(deps);
    expect((await office.now()).papers[0]).to.include({ status: 'stamping', isWaitingForTimestamp: true });
    await refusalOf(sign('sekdis'), 'paper_unsigned');
    deps.timestampService.isDown = false;
    deps.advance(120_000);
    await office.work();
    expect((await office.now()).papers[0]?.signatories.map(({ status }) => status)).to.deep.equal([
      'signed',
      'waiting',
    ]);
    const key = randomUUID();
    const paper = (await office.now()).papers[0];
    const input = { paperId: paper?.id ?? '', version: paper?.version ?? 0, passphrase: TEST_PASSPHRASE };
    await signPaper(deps, await agency.actor('sekdis', { command: key }), input);
    const repeated = await signPaper(deps, await agency.actor('sekdis', { command: key }), input);
    expect(repeated.status).to.equal('stamping');
    await office.work();
    expect((await office.now()).state).to.equal('done');
  });

  it('the lists are spreadsheets too, and the desk sees what waits for it', async function () {
    this.timeout(60_000);
    const { fileId } = await makeDueFile(deps, agency, { letters });
    const office = new Office(deps, agency);
    await office.begin('destruction', [fileId]);
    await office.submit();
    const list = await exportDisposalList(deps, await agency.actor('kadis'), { disposalId: office.id });
    const text = Buffer.from(list.bytes as Uint8Array).toString('utf8');
    expect(text).to.match(/^\uFEFFNo\.;Kode klasifikasi;Jenis\/uraian informasi arsip;/u);
    const seen = await listDisposals(deps, await agency.actor('kadis'), { state: 'open', limit: 50 });
    expect(seen.disposals.find(({ id }) => id === office.id)).to.include({ isWaitingForMe: true, fileCount: 1 });
    expect(seen.waiting).to.be.greaterThan(0);
    const unseen = await listDisposals(deps, await agency.actor('staf'), { state: 'open', limit: 50 });
    expect(unseen).to.deep.equal({ disposals: [], next: null, waiting: 0 });
  });
});
