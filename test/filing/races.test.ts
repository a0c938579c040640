import { expect } from 'chai';
import { acceptCertain } from '../../server/filing/accept-certain.ts';
import { acceptRecord } from '../../server/filing/accept-record.ts';
import { closeRecordFile } from '../../server/filing/close-record-file.ts';
import { lendFile } from '../../server/filing/lend-file.ts';
import { mergeRecordFile } from '../../server/filing/merge-record-file.ts';
import { moveRecord } from '../../server/filing/move-record.ts';
import { AppError } from '../../server/errors.ts';
import { rowsOf } from '../support/rows.ts';
import { type Archive, openArchive } from './archive.ts';

/** The answer's name, or the code of the refusal; anything else fails the test. */
const outcomeOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('archivists at the same time', () => {
  let archive: Archive;

  beforeEach(async () => {
    archive = await openArchive();
  });
  afterEach(() => archive.deps.release());

  /** Places of all filed items are 1..n in each file, and every filed item has an open or closed file. */
  async function expectOrder(): Promise<void> {
    const bad = await rowsOf(
      archive.adminUrl,
      `select f.id from record r join record_file f on f.id = r.file_id where r.filing = 'filed'
       group by f.id, f.status having count(*) <> max(r.ordinal) or min(r.ordinal) <> 1 or f.status = 'merged'`,
    );
    expect(bad).to.deep.equal([]);
  }

  it('accept one item once', async () => {
    const { deps, agency } = archive;
    await archive.document();
    const [item] = await archive.queue();
    const actor = await agency.actor('arsiparis');
    const attempts = [1, 2, 3, 4].map(() =>
      outcomeOf(acceptRecord(deps, actor, { recordId: item!.id, version: item!.version })),
    );
    expect((await Promise.all(attempts)).sort()).to.deep.equal([
      'done',
      'stale_version',
      'stale_version',
      'stale_version',
    ]);
    await expectOrder();
  });

  it('accept and move one item: one of them wins', async () => {
    const { deps, agency } = archive;
    const other = await archive.newFile('Pilihan lain');
    await archive.document();
    const [item] = await archive.queue();
    const actor = await agency.actor('arsiparis');
    const { id: recordId, version } = item!;
    const outcomes = await Promise.all([
      outcomeOf(acceptRecord(deps, actor, { recordId, version })),
      outcomeOf(moveRecord(deps, actor, { recordId, version, fileId: other.id, reason: '' })),
    ]);
    expect(outcomes.sort()).to.deep.equal(['done', 'stale_version']);
    await expectOrder();
  });

  it('file many items into one file: each gets a place of its own', async () => {
    const { deps, agency } = archive;
    const own = await archive.newFile('Bersama');
    for (let index = 0; index < 6; index += 1) await archive.document({ title: `Dokumen ${index}` });
    const actor = await agency.actor('arsiparis');
    const moves = (await archive.queue()).map(({ id: recordId, version }) =>
      outcomeOf(moveRecord(deps, actor, { recordId, version, fileId: own.id, reason: '' })),
    );
    expect(new Set(await Promise.all(moves))).to.deep.equal(new Set(['done']));
    expect((await archive.items(own.id)).map(({ ordinal }) => ordinal)).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('accept all at once and one by one: nothing is filed twice', async () => {
    const { deps, agency } = archive;
    await archive.document();
    const [first] = await archive.queue();
    const actor = await agency.actor('arsiparis');
    await acceptRecord(deps, actor, { recordId: first!.id, version: first!.version });
    for (let index = 0; index < 4; index += 1) await archive.document({ title: `Dokumen ${index}` });
    const waiting = await archive.queue();
    await Promise.all([
      outcomeOf(acceptCertain(deps, actor, { count: 4 })),
      ...waiting.map(({ id: recordId, version }) => outcomeOf(acceptRecord(deps, actor, { recordId, version }))),
    ]);
    expect(await archive.queue()).to.deep.equal([]);
    await expectOrder();
  });

  it('close a file while letters arrive: each goes to a file that is open', async () => {
    const { deps, agency } = archive;
    await archive.document();
    const [first] = await archive.queue();
    const actor = await agency.actor('arsiparis');
    await acceptRecord(deps, actor, { recordId: first!.id, version: first!.version });
    const standing = await archive.file(first!.file!.id);
    const { id: fileId, version } = standing;
    await Promise.all([
      ...[1, 2, 3, 4, 5].map((index) => archive.document({ title: `Datang ${index}` })),
      closeRecordFile(deps, actor, { fileId, version, closedOn: '2026-11-24' }),
      ...[6, 7, 8].map((index) => archive.document({ title: `Datang ${index}` })),
    ]);
    const waiting = await archive.queue();
    expect(waiting).to.have.lengthOf(8);
    expect(new Set(waiting.map(({ file }) => file?.id))).to.have.property('size', 1);
    expect(waiting[0]?.file).to.include({ number: 2 });
  });

  it('close and merge the same file: one of them wins, and no item is lost', async () => {
    const { deps, agency } = archive;
    const [from, into] = [await archive.newFile('Dari'), await archive.newFile('Ke')];
    for (const title of ['Satu', 'Dua']) await archive.document({ title: `Dokumen ${title}` }, { fileId: from.id });
    const actor = await agency.actor('arsiparis');
    const reason = 'Kegiatan yang sama';
    const outcomes = await Promise.all([
      outcomeOf(closeRecordFile(deps, actor, { fileId: from.id, version: from.version, closedOn: '2026-11-24' })),
      outcomeOf(mergeRecordFile(deps, actor, { fileId: from.id, version: from.version, intoFileId: into.id, reason })),
      outcomeOf(mergeRecordFile(deps, actor, { fileId: into.id, version: into.version, intoFileId: from.id, reason })),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'done')).to.have.lengthOf.within(1, 2);
    const [count] = await rowsOf<{ count: number }>(
      archive.adminUrl,
      `select count(*)::int as count from record where filing = 'filed'`,
    );
    expect(count?.count).to.equal(2);
    await expectOrder();
  });

  it('lend one file once', async () => {
    const { deps, agency } = archive;
    const own = await archive.newFile('Dipinjam');
    await archive.document({}, { fileId: own.id });
    const actor = await agency.actor('arsiparis');
    const borrowerPositionId = agency.desk('kabid').positionId;
    const attempts = [1, 2, 3].map(() =>
      outcomeOf(lendFile(deps, actor, { fileId: own.id, borrowerPositionId, purpose: 'Bahan rapat' })),
    );
    expect((await Promise.all(attempts)).sort()).to.deep.equal(['done', 'wrong_state', 'wrong_state']);
  });

  it('open files at once: numbers are all different and without a gap', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((index) =>
        index % 2 === 0 ? archive.newFile(`Berkas ${index}`) : archive.document({ title: `Dokumen ${index}` }),
      ),
    );
    expect(made).to.have.lengthOf(6);
    const rows = await rowsOf<{ number: number }>(archive.adminUrl, 'select number from record_file order by number');
    expect(rows.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4]);
  });
});
