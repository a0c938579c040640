import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readRootCopies, rootCopyPath } from '../../server/audit/root-copy.ts';
import { loadRootKey } from '../../server/audit/root-key.ts';
import { sweepRoots } from '../../server/audit/sweep-roots.ts';
import { verifyDatabase } from '../../server/audit/verify-database.ts';
import { lockFolder } from '../../server/backup/lock-folder.ts';
import { makeBackup, type BackupSource } from '../../server/backup/make-backup.ts';
import { pruneBackups } from '../../server/backup/prune-backups.ts';
import {
  openForRestore,
  requireEmptyDatabase,
  restoreDatabase,
  restoreFiles,
} from '../../server/backup/restore-backup.ts';
import { listBackups } from '../../server/backup/backup-names.ts';
import { manifestPath, openVault, partPath, type Vault } from '../../server/backup/vault.ts';
import { openVaultKey } from '../../server/backup/vault-key.ts';
import { BLOB_FOLDER, loadBlobKey } from '../../server/files/blob-key.ts';
import { blobPath } from '../../server/files/blob-path.ts';
import { openFiles } from '../../server/files/files.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { startApp } from '../support/app.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, readyToSign } from '../support/letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { makeEmptyPlace, type EmptyPlace } from '../support/second-installation.ts';
import { signedLetter } from '../support/signed-letter.ts';

const SECRET = 'frasa sandi cadangan uji';
const HOUR_MS = 3_600_000;

describe('backup and restore', function () {
  this.timeout(180_000);
  let deps: TestDeps;
  let agency: TestAgency;
  let folder: string;
  let vault: Vault;
  let letterIds: string[];
  const places: EmptyPlace[] = [];

  before(async () => {
    const made = await makeDeps();
    deps = { ...made, files: openFiles(join(made.config.dataDir, BLOB_FOLDER), loadBlobKey(made.config)) };
    agency = await makeAgency(deps, { withAccounts: true });
    await giveCertificate(deps, agency, 'kadis');
    letterIds = [];
    for (const subject of ['Undangan rapat', 'Permohonan data kependudukan'])
      letterIds.push((await signedLetter(deps, agency, { subject })).id);
    await sweepRoots(deps);
    folder = mkdtempSync(join(tmpdir(), 'lontar-backup-'));
    vault = openVault(folder, await openVaultKey(folder, SECRET, true));
  });
  after(async () => {
    for (const place of places) await place.release();
    rmSync(folder, { recursive: true, force: true });
    await deps.release();
  });

  const source = (): BackupSource => ({
    ownerUrl: deps.database.migrationDatabaseUrl,
    config: deps.config,
    now: deps.now,
  });
  async function backUp(more: Partial<BackupSource> = {}) {
    deps.advance(1000);
    return makeBackup({ ...source(), ...more }, vault);
  }
  async function restore(name?: string): Promise<EmptyPlace> {
    const place = await makeEmptyPlace(deps);
    places.push(place);
    const found = await openForRestore(vault, place.dataDir, name);
    const { manifest } = await restoreFiles(vault, found, place.dataDir);
    await restoreDatabase(vault, manifest, place.ownerUrl);
    return place;
  }
  const problemOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  const sizeOf = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const anchor = (adminUrl: string) =>
    rowsOf(
      adminUrl,
      `select h.seq, encode(h.hash, 'hex') as hash, r.seq as root_seq, encode(r.root, 'hex') as root
      from audit_head h join lateral (select * from audit_root a where a.agency_id = h.agency_id order by seq desc limit 1) r on true`,
    );

  it('bring everything back on an empty machine: serving, log and roots equal, every byte right, numbers going on', async () => {
    const acknowledged = (await readyToSign(deps, agency, { subject: 'Diakui sebelum cadangan' })).id;
    let isWriting = true;
    const writers = [0, 1].map(async () => {
      while (isWriting) await readyToSign(deps, agency);
    });
    await backUp();
    isWriting = false;
    await Promise.all(writers);
    letterIds.push((await signedLetter(deps, agency, { subject: 'Surat sesudah cadangan pertama' })).id);
    deps.advance(HOUR_MS);
    await sweepRoots(deps);
    await backUp();

    const place = await restore();
    const restored = place.open();
    expect(await anchor(place.adminUrl)).to.deep.equal(await anchor(deps.database.adminUrl));

    const client = new pg.Client({ connectionString: place.ownerUrl });
    await client.connect();
    await client.query('begin transaction isolation level repeatable read read only');
    const verdict = await verifyDatabase(client, {
      witnessOf: async (id) => ({
        key: loadRootKey(restored.config, id),
        copies: await readRootCopies(rootCopyPath(restored.config, id)),
      }),
    });
    await client.end();
    expect(verdict.general).to.deep.equal([]);
    expect(verdict.agencies.map(({ findings, roots }) => [findings, roots])).to.deep.equal([[[], 2]]);

    const blobs = await rowsOf<{ sha256: string }>(place.adminUrl, 'select sha256 from blob');
    expect(blobs.length).to.be.greaterThan(2);
    for (const { sha256 } of blobs) expect(await restored.files.check(agency.agencyId, sha256)).to.equal('sound');

    const app = await startApp(restored);
    const staf = await app.logIn(agency.desk('staf'));
    for (const id of [...letterIds, acknowledged]) {
      const letter = await staf.call('GET', `/letters/${id}`);
      expect(letter.status, letter.bytes.toString()).to.equal(200);
    }
    const pdf = await staf.call('GET', `/letters/${letterIds[0]}/pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).to.equal('%PDF-');
    const found = await staf.call('GET', '/search?q=kependudukan');
    expect(JSON.stringify(found.json)).to.include(letterIds[1]);
    await app.close();

    const numberOf = (id: string) =>
      valueOf<number>(place.adminUrl, 'select register_number from letter where id = $1', [id]);
    const last = await numberOf(letterIds.at(-1)!);
    const next = await signedLetter(restored, agency, { subject: 'Surat pertama sesudah pemulihan' });
    expect(await numberOf(next.id)).to.equal(last + 1);
  });

  it('write little again when little has changed, and each backup stands alone', async () => {
    const [first, second] = await listBackups(folder);
    const before = sizeOf();
    await backUp();
    expect(sizeOf() - before).to.be.below(before / 20);
    const place = await restore(first);
    const count = (adminUrl: string) =>
      valueOf<string>(adminUrl, `select count(*) from letter where status = 'dispatched'`);
    expect(Number(await count(place.adminUrl))).to.be.below(Number(await count(deps.database.adminUrl)));
    expect(second).to.be.a('string');
  });

  it('leave no half backup when stopped anywhere, and the next one is whole', async () => {
    const before = await listBackups(folder);
    for (const moment of ['tables', 'blobs', 'manifest']) {
      const checkpoint = (name: string) => {
        if (name === moment) throw new Error(`stopped at ${name}`);
      };
      expect(await problemOf(backUp({ checkpoint }))).to.equal(`stopped at ${moment}`);
      expect(await listBackups(folder)).to.deep.equal(before);
    }
    const { name } = await backUp();
    expect(await listBackups(folder)).to.deep.equal([...before, name]);
    await restore(name);
  });

  it('take a folder for one process at a time, and from a process that was killed', async () => {
    writeFileSync(join(folder, 'kunci'), JSON.stringify({ pid: 1, host: 'mesin-lain' }));
    expect(await problemOf(lockFolder(folder))).to.match(/sedang dipakai/u);
    rmSync(join(folder, 'kunci'));
    const unlock = await lockFolder(folder);
    const lock = readFileSync(join(folder, 'kunci'), 'utf8');
    await unlock();
    writeFileSync(join(folder, 'kunci'), lock.replace(String(process.pid), '999999999'));
    await (
      await lockFolder(folder)
    )();
  });

  it('are closed to another passphrase, and tell nothing in the clear', async () => {
    expect(await problemOf(openVaultKey(folder, 'frasa sandi yang salah', false))).to.match(/Kunci cadangan salah/u);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect(bytes.includes('kependudukan') || bytes.includes('11'.repeat(32)), entry.name).to.equal(false);
    }
  });

  it('refuse a part that is missing, cut off or changed, by its name', async () => {
    const name = (await listBackups(folder)).at(-1)!;
    const manifest = await vault.readManifest(name);
    const chunk = manifest.tables.find((table) => table.name === 'letter')!.chunks[0]!;
    const sha256 = await valueOf<string>(deps.database.adminUrl, 'select sha256 from blob order by sha256 limit 1');
    const blob = blobPath(join(folder, BLOB_FOLDER), agency.agencyId, sha256);
    const emptyFolder = () => mkdtempSync(join(folder, '..', 'lontar-empty-'));
    const intoFolder = async () => {
      const dataDir = emptyFolder();
      await restoreFiles(vault, name, dataDir).finally(() => rmSync(dataDir, { recursive: true }));
    };
    for (const [path, told, use] of [
      [partPath(folder, chunk), chunk, () => vault.get(chunk)],
      [manifestPath(folder, name), name, () => vault.readManifest(name)],
      [blob, sha256, intoFolder],
    ] as const) {
      const kept = readFileSync(path);
      const changed = Buffer.from(kept);
      changed[kept.length >> 1] = changed[kept.length >> 1]! ^ 1;
      for (const damage of [
        () => writeFileSync(path, changed),
        () => truncateSync(path, kept.length - 1),
        () => truncateSync(path, 0),
        () => rmSync(path),
      ]) {
        damage();
        const problem = await problemOf(use());
        expect(problem, path).to.include(told);
        writeFileSync(path, kept);
      }
    }
    const content = await vault.get(chunk);
    truncateSync(partPath(folder, chunk), 40);
    expect(await vault.put(content)).to.equal(chunk);
    expect(await vault.get(chunk)).to.deep.equal(content);
    const [older] = await listBackups(folder);
    const kept = readFileSync(manifestPath(folder, name));
    writeFileSync(manifestPath(folder, name), readFileSync(manifestPath(folder, older!)));
    expect(await problemOf(vault.readManifest(name))).to.match(/rusak, terpotong, atau diubah/u);
    writeFileSync(manifestPath(folder, name), kept);
  });

  it('go only into an empty folder and an empty database', async () => {
    const place = await restore();
    expect(await problemOf(openForRestore(vault, place.dataDir, undefined))).to.match(/tidak kosong/u);
    const manifest = await vault.readManifest((await listBackups(folder)).at(-1)!);
    expect(await problemOf(restoreDatabase(vault, manifest, place.ownerUrl))).to.match(/tidak kosong/u);
    expect(await problemOf(requireEmptyDatabase(place.ownerUrl))).to.match(/tidak kosong/u);
  });

  it('do not bring back bytes that were destroyed since', async () => {
    const [older] = await listBackups(folder);
    const sha256 = await valueOf<string>(deps.database.adminUrl, 'select signed_sha256 from letter where id = $1', [
      letterIds[0]!,
    ]);
    const { name, manifest } = await backUp();
    const destroyed = [{ agencyId: agency.agencyId, sha256 }];
    await vault.writeManifest(name, { ...manifest, destroyed });
    const place = await makeEmptyPlace(deps);
    places.push(place);
    const left = await restoreFiles(vault, older!, place.dataDir);
    expect(left.destroyed).to.deep.equal([`${agency.agencyId}/${sha256}`]);
    expect(await place.open().files.check(agency.agencyId, sha256)).to.equal('missing');
  });

  it('keep what the rules keep, and every part that it needs', async () => {
    deps.advance(9 * 24 * HOUR_MS);
    await backUp();
    const before = await listBackups(folder);
    const { removed } = await pruneBackups(vault, { days: 1, weeks: 2 });
    const kept = await listBackups(folder);
    expect(kept).to.have.length(2);
    expect(removed.length + kept.length).to.equal(before.length);
    expect(kept).to.deep.equal(before.slice(-2));
    for (const name of kept) await restore(name);
    await pruneBackups(vault, { days: 1, weeks: 0 });
    await restore();
  });
});
