import { expect } from 'chai';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { recordBlob } from '../../server/files/files.ts';
import { sweepBlobs } from '../../server/upkeep/sweep-blobs.ts';
import { sweepRows } from '../../server/upkeep/sweep-rows.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const BYTES = Buffer.from('lampiran');
const DAY_MS = 24 * 3_600_000;

describe('the sweeps', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    deps.setNow(new Date());
  });
  after(() => deps.release());

  async function store(owner?: string): Promise<string> {
    const { agencyId } = agency;
    const stored = await deps.files.write(agencyId, BYTES);
    const id = owner ?? agencyId;
    await deps.db.transaction({ agencyId }, (tx) =>
      recordBlob(tx, { ...stored, agencyId, mediaType: 'text/plain' }, { kind: 'letter_annex', id, now: deps.now() }),
    );
    return stored.sha256;
  }

  /** Bytes of two days ago that nothing refers to any more. */
  async function storeUnused(): Promise<string> {
    const sha256 = await store();
    await rowsOf(deps.database.adminUrl, 'delete from blob_ref');
    await rowsOf(deps.database.adminUrl, `update blob set created_at = now() - interval '2 days'`);
    const past = new Date(Date.now() - 2 * DAY_MS);
    const path = join(deps.config.dataDir, 'blobs', agency.agencyId, sha256.slice(0, 2), sha256);
    utimesSync(path, past, past);
    return sha256;
  }
  const read = async (sha256: string) =>
    deps.files.read(agency.agencyId, sha256).then(
      (bytes) => Buffer.from(bytes).toString(),
      () => 'gone',
    );

  it('remove bytes that nothing has referred to for a day', async () => {
    const sha256 = await storeUnused();
    await sweepBlobs(deps);
    expect(await read(sha256)).to.equal('gone');
  });

  it('leave bytes that are uploaded again while they run', async () => {
    const sha256 = await storeUnused();
    const { files } = deps;
    const remove: typeof files.remove = async (...which) => {
      await store();
      await files.remove(...which);
    };
    await sweepBlobs({ ...deps, files: { ...files, remove } });
    expect(await read(sha256)).to.equal('lampiran');
  });

  it('forget counts of attempts whose time is over', async () => {
    const rule = { name: 'uji', points: 3, perSeconds: 60 };
    await deps.throttle.take(rule, 'lama');
    await rowsOf(deps.database.adminUrl, 'update throttle set expire = expire - 120000');
    await deps.throttle.take(rule, 'baru');
    await sweepRows(deps);
    expect(await valueOf<string>(deps.database.adminUrl, "select string_agg(key, ',') from throttle")).to.equal(
      'uji:baru',
    );
  });
});
