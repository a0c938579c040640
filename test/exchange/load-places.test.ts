import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import type { LoadJob } from '../../server/exchange/contract.ts';
import { createDisposal } from '../../server/disposal/create-disposal.ts';
import { exportDocument } from '../../server/exchange/export-document.ts';
import { exportFiles } from '../../server/exchange/export-files.ts';
import { getExportFile } from '../../server/exchange/get-export-file.ts';
import { listLoads } from '../../server/exchange/list-loads.ts';
import { uploadLoad } from '../../server/exchange/upload-load.ts';
import { listFileItems } from '../../server/filing/list-file-items.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { bytesOf } from '../support/unpack.ts';

const HEADINGS = 'Kunci;Nomor;Tanggal;Hal;Asal;Klasifikasi';
const BARRED = 'Berkas tujuannya sedang disusutkan atau sudah tidak ada.';

describe('the place of what is loaded in its file', () => {
  let deps: TestDeps;
  let sender: TestAgency;
  let receiver: TestAgency;
  let url: string;

  before(async () => {
    deps = await makeDeps();
    url = deps.database.adminUrl;
  });
  beforeEach(async () => {
    sender = await makeAgency(deps);
    receiver = await makeAgency(deps);
  });
  after(() => deps.release());

  async function load(agency: TestAgency, kind: LoadJob['kind'], bytes: Buffer): Promise<LoadJob> {
    const actor = await agency.actor('admin', { command: randomUUID() });
    const input = { kind, unitId: agency.unitId('kominfo'), fileName: 'kiriman', bytes } as const;
    const { id } = await uploadLoad(deps, actor, { ...input, acceptsForeign: 'false' });
    expect(await drainOutbox(deps)).to.not.include('retry');
    const { loads } = await listLoads(deps, await agency.actor('admin'));
    return loads.find((one) => one.id === id)!;
  }

  /** One letter for each title, in the class and year of one standing file. */
  const loadTitles = (agency: TestAgency, ...titles: string[]) => {
    const rows = titles.map((title) => `${title};${title};2010-03-12;${title};X;500.12.6`);
    return load(agency, 'table', Buffer.from([HEADINGS, ...rows, ''].join('\n')));
  };

  const standingFile = (agency: TestAgency) =>
    valueOf<string>(url, 'select id from record_file where agency_id = $1 and is_standing and year = 2010', [
      agency.agencyId,
    ]);
  const importedFile = () =>
    valueOf<string>(url, 'select file_id from imported_file where agency_id = $1', [receiver.agencyId]);

  async function itemsOf(agency: TestAgency, fileId: string): Promise<[number | null, string][]> {
    const actor = await agency.actor('arsiparis');
    const { items } = await listFileItems(deps, actor, { fileId, after: 0, limit: 100 });
    return items.map(({ ordinal, title }) => [ordinal, title]);
  }

  /** The sender's standing file as a package. */
  async function pack(): Promise<Buffer> {
    const actor = await sender.actor('arsiparis', { command: randomUUID() });
    const { id } = await exportFiles(deps, actor, { fileIds: [await standingFile(sender)] });
    await drainOutbox(deps);
    return bytesOf(await getExportFile(deps, await sender.actor('arsiparis'), { exportId: id }));
  }

  it('is the next one, so that the file lists every row of a table', async () => {
    await loadTitles(sender, 'A', 'B', 'C');
    await loadTitles(sender, 'D', 'B', 'E');
    expect(await itemsOf(sender, await standingFile(sender))).to.deep.equal([
      [1, 'A'],
      [2, 'B'],
      [3, 'C'],
      [4, 'D'],
      [5, 'E'],
    ]);
  });

  it('goes on over batches', async () => {
    await loadTitles(sender, ...Array.from({ length: 250 }, (_, index) => `Surat ${index + 1}`));
    const [row] = await rowsOf(
      url,
      `select count(distinct ordinal)::int as places, min(ordinal) as first, max(ordinal) as last from record where file_id = $1`,
      [await standingFile(sender)],
    );
    expect(row).to.deep.equal({ places: 250, first: 1, last: 250 });
  });

  it('is behind what the file holds here, whatever its place in the package', async () => {
    await loadTitles(sender, 'A', 'B');
    expect(await load(receiver, 'package', await pack())).to.include({ status: 'done', loadedCount: 2 });
    await loadTitles(receiver, 'Dari sini');
    await rowsOf(url, 'update record set file_id = $1, ordinal = 3 where file_id = $2', [
      await importedFile(),
      await standingFile(receiver),
    ]);
    await loadTitles(sender, 'C', 'D');
    const second = await load(receiver, 'package', await pack());
    expect(second).to.include({ status: 'done', loadedCount: 2, knownCount: 2, refusedCount: 0 });
    expect(await itemsOf(receiver, await importedFile())).to.deep.equal([
      [1, 'A'],
      [2, 'B'],
      [3, 'Dari sini'],
      [4, 'C'],
      [5, 'D'],
    ]);
  });

  it('is given to a single document as well', async () => {
    await loadTitles(sender, 'A');
    await loadTitles(receiver, 'Dari sini');
    const documentId = await valueOf<string>(url, 'select id from archive_document where agency_id = $1', [
      sender.agencyId,
    ]);
    const zip = await bytesOf(await exportDocument(deps, await sender.actor('arsiparis'), { documentId }));
    expect(await load(receiver, 'package', zip)).to.include({ status: 'done', loadedCount: 1 });
    expect(await itemsOf(receiver, await standingFile(receiver))).to.deep.equal([
      [1, 'Dari sini'],
      [2, 'A'],
    ]);
  });

  const CLOSED = `status = 'closed', closed_on = '2012-01-02', trigger_on = '2012-01-02', active_years = 1, inactive_years = 2,
    final_action = 'destroy', active_until = '2013-01-02', inactive_until = '2015-01-02'`;
  const close = (fileId: string) => rowsOf(url, `update record_file set ${CLOSED} where id = $1`, [fileId]);

  const gone: [string, (fileId: string) => Promise<unknown>, (fileId: string) => Promise<unknown>][] = [
    [
      'is proposed for disposal',
      async (fileId) => {
        await close(fileId);
        const actor = await receiver.actor('arsiparis', { command: randomUUID() });
        return createDisposal(deps, actor, { kind: 'transfer', fileIds: [fileId] });
      },
      (fileId) => rowsOf(url, 'update disposal_file set is_open = false where file_id = $1', [fileId]),
    ],
    [
      'was destroyed',
      (fileId) => rowsOf(url, `update record_file set lifecycle = 'destroyed' where id = $1`, [fileId]),
      (fileId) => rowsOf(url, `update record_file set lifecycle = 'active' where id = $1`, [fileId]),
    ],
    [
      'was handed over',
      (fileId) => rowsOf(url, `update record_file set lifecycle = 'handed_over' where id = $1`, [fileId]),
      (fileId) => rowsOf(url, `update record_file set lifecycle = 'active' where id = $1`, [fileId]),
    ],
    [
      'was merged into another',
      async (fileId) => {
        await loadTitles(receiver, 'Dari sini');
        const into = await standingFile(receiver);
        return rowsOf(url, `update record_file set status = 'merged', merged_into_id = $2 where id = $1`, [
          fileId,
          into,
        ]);
      },
      (fileId) => rowsOf(url, `update record_file set status = 'open', merged_into_id = null where id = $1`, [fileId]),
    ],
  ];
  for (const [what, leave, comeBack] of gone)
    it(`is none in a file that ${what}, until that is over`, async () => {
      await loadTitles(sender, 'A', 'B');
      await load(receiver, 'package', await pack());
      const fileId = await importedFile();
      await leave(fileId);
      await loadTitles(sender, 'C');
      const bytes = await pack();
      const refused = await load(receiver, 'package', bytes);
      expect(refused).to.include({ status: 'done', loadedCount: 0, knownCount: 2, refusedCount: 1 });
      expect(refused.refusals).to.deep.equal([{ line: 3, reason: BARRED }]);
      const count = 'select count(*)::int from record where file_id = $1';
      expect(await valueOf(url, count, [fileId])).to.equal(2);
      await comeBack(fileId);
      expect(await load(receiver, 'package', bytes)).to.include({ loadedCount: 1, knownCount: 2, refusedCount: 0 });
      expect(await valueOf(url, count, [fileId])).to.equal(3);
    });

  it('is kept for the whole of a file that was closed at its origin', async () => {
    await loadTitles(sender, ...Array.from({ length: 45 }, (_, index) => `Surat ${index + 1}`));
    await close(await standingFile(sender));
    const done = await load(receiver, 'package', await pack());
    expect(done).to.include({ status: 'done', totalCount: 45, loadedCount: 45, refusedCount: 0 });
    const fileId = await importedFile();
    expect(await valueOf(url, 'select status from record_file where id = $1', [fileId])).to.equal('closed');
    const items = await itemsOf(receiver, fileId);
    expect(items.map(([ordinal]) => ordinal)).to.deep.equal(Array.from({ length: 45 }, (_, index) => index + 1));
  });
});
