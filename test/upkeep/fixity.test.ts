import { expect } from 'chai';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../server/deps.ts';
import { openFiles, recordBlob } from '../../server/files/files.ts';
import { blobPath } from '../../server/files/blob-path.ts';
import { getFixityReport } from '../../server/upkeep/get-fixity-report.ts';
import { sweepBlobs } from '../../server/upkeep/sweep-blobs.ts';
import { sweepFixity, sweepMirror } from '../../server/upkeep/sweep-fixity.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';

const DAY_MS = 24 * 3_600_000;

describe('the fixity of stored bytes', function () {
  this.timeout(60_000);
  let own: TestDeps;
  let deps: Deps;
  let agency: TestAgency;
  let hashes: string[];
  const blobs = () => join(own.config.dataDir, 'blobs');
  const mirror = () => join(own.config.dataDir, 'mirror');

  beforeEach(async () => {
    own = await makeDeps();
    deps = own;
    agency = await makeAgency(own);
    hashes = [];
    for (let index = 0; index < 12; index += 1) hashes.push(await store(`berkas ${index}`));
  });
  afterEach(() => own.release());

  async function store(text: string): Promise<string> {
    const { agencyId } = agency;
    const stored = await deps.files.write(agencyId, Buffer.from(text));
    await deps.db.transaction({ agencyId }, (tx) =>
      recordBlob(
        tx,
        { ...stored, agencyId, mediaType: 'text/plain' },
        { kind: 'letter_annex', id: agencyId, now: deps.now() },
      ),
    );
    return stored.sha256;
  }
  /** The same store with a second directory beside it. */
  const withMirror = () => {
    deps = { ...own, files: openFiles(blobs(), Buffer.alloc(32, 7), mirror()) };
  };
  const pathIn = (directory: string, index: number) => blobPath(directory, agency.agencyId, hashes[index]!);
  function flipBit(path: string): void {
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = bytes.at(-1)! ^ 4;
    writeFileSync(path, bytes);
  }
  const report = async () => getFixityReport(deps, await agency.actor('admin'));
  const findings = () =>
    rowsOf<{ action: string }>(
      own.database.adminUrl,
      `select action from event where action like 'fixity.%' order by seq`,
    ).then((rows) => rows.map(({ action }) => action));

  it('is checked for every blob, and not again before its time', async () => {
    expect(await report()).to.include({ blobs: 12, unchecked: 12, overdue: 0 });
    await sweepFixity(deps);
    expect(await report()).to.include({ unchecked: 0, damaged: 0, missing: 0, hasMirror: false });
    flipBit(pathIn(blobs(), 0));
    await sweepFixity(deps);
    expect((await report()).damaged).to.equal(0);
    own.advance(151 * DAY_MS);
    await sweepFixity(deps);
    expect(await report()).to.include({ damaged: 1, overdue: 0 });
    expect((await report()).problems).to.have.length(1);
  });

  it('tells a flipped bit and a missing file once each, and that they are back', async () => {
    const kept = readFileSync(pathIn(blobs(), 3));
    flipBit(pathIn(blobs(), 3));
    rmSync(pathIn(blobs(), 7));
    await sweepFixity(deps);
    expect((await report()).problems.map(({ sha256, condition }) => [sha256, condition])).to.have.deep.members([
      [hashes[3], 'damaged'],
      [hashes[7], 'missing'],
    ]);
    expect(await findings()).to.have.members(['fixity.damaged', 'fixity.missing']);
    own.advance(2 * DAY_MS);
    writeFileSync(pathIn(blobs(), 3), kept);
    await sweepFixity(deps);
    expect(await report()).to.include({ damaged: 0, missing: 1 });
    expect(await findings()).to.have.length(2);
  });

  it('is mended from the second copy, whichever of the two is bad', async () => {
    withMirror();
    await sweepMirror(deps);
    expect(await report()).to.include({ hasMirror: true, unmirrored: 0 });
    flipBit(pathIn(blobs(), 1));
    rmSync(pathIn(blobs(), 2));
    flipBit(pathIn(mirror(), 4));
    expect(Buffer.from(await deps.files.read(agency.agencyId, hashes[1]!)).toString()).to.equal('berkas 1');
    await sweepFixity(deps);
    expect(await report()).to.include({ damaged: 0, missing: 0, repaired: 3 });
    expect(await findings()).to.deep.equal(['fixity.repaired', 'fixity.repaired', 'fixity.repaired']);
    const first = openFiles(blobs(), Buffer.alloc(32, 7));
    const second = openFiles(mirror(), Buffer.alloc(32, 7));
    for (const sha256 of hashes)
      for (const files of [first, second]) expect(await files.check(agency.agencyId, sha256)).to.equal('sound');
  });

  it('cannot be mended when both copies are bad', async () => {
    withMirror();
    await sweepMirror(deps);
    flipBit(pathIn(blobs(), 5));
    flipBit(pathIn(mirror(), 5));
    await sweepFixity(deps);
    expect(await report()).to.include({ damaged: 1, repaired: 0 });
    expect(await deps.files.read(agency.agencyId, hashes[5]!).catch(() => 'bad')).to.equal('bad');
  });

  it('ends with the last reference in both stores', async () => {
    withMirror();
    await sweepMirror(deps);
    await rowsOf(own.database.adminUrl, `delete from blob_ref where sha256 = $1`, [hashes[0]!]);
    await rowsOf(own.database.adminUrl, `update blob set created_at = created_at - interval '3 days'`);
    own.setNow(new Date(Date.now() + 2 * DAY_MS));
    await sweepBlobs(deps);
    for (const directory of [blobs(), mirror()]) {
      const files = openFiles(directory, Buffer.alloc(32, 7));
      expect(await files.check(agency.agencyId, hashes[0]!)).to.equal('missing');
      expect(await files.check(agency.agencyId, hashes[1]!)).to.equal('sound');
    }
  });

  it('is shown to auditors and administrators only', async () => {
    await refusalOf(getFixityReport(deps, await agency.actor('kadis')), 'forbidden');
    expect((await getFixityReport(deps, await agency.actor('auditor'))).blobs).to.equal(12);
  });
});
