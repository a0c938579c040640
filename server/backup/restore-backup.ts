import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { BLOB_FOLDER, loadBlobKey } from '../files/blob-key.ts';
import { listKnownMigrations, migrateTo } from '../migrate.ts';
import { BackupProblem } from './backup-problem.ts';
import { readBlobList } from './blob-list.ts';
import { copyBlobs } from './copy-blobs.ts';
import { importTables } from './import-tables.ts';
import type { Manifest } from './manifest.ts';
import { importSecrets } from './secret-files.ts';
import * as queries from './table-queries.ts';
import { listBackups } from './backup-names.ts';
import type { Vault } from './vault.ts';

export interface RestoredFiles {
  manifest: Manifest;
  /** Bytes left out because a later backup says that they were destroyed by the rules of retention. */
  destroyed: string[];
}

/** Refuses a data folder that holds anything, and a backup of a newer version. */
export async function openForRestore(vault: Vault, dataDir: string, wanted: string | undefined): Promise<string> {
  const names = await listBackups(vault.folder);
  const name = wanted ?? names.at(-1);
  if (name === undefined || !names.includes(name))
    throw new BackupProblem(
      `Tidak ada cadangan ${wanted ?? ''} di ${vault.folder}. Yang ada: ${names.join(', ') || 'tidak ada'}.`,
    );
  const found = await readdir(dataDir).catch(() => []);
  if (found.length > 0)
    throw new BackupProblem(
      `Folder data ${dataDir} tidak kosong: pemulihan hanya ke folder kosong. Pilih DATA_DIR lain.`,
    );
  const known = new Set(listKnownMigrations());
  const { migrations } = await vault.readManifest(name);
  const strange = migrations.filter((migration) => !known.has(migration));
  if (strange.length > 0)
    throw new BackupProblem(
      `Cadangan ini dibuat oleh Lontar yang lebih baru (${strange.join(', ')}): pasang versi itu dahulu.`,
    );
  return name;
}

/** Secrets and bytes, before anything else: the database is made with what stands in the data folder then. */
export async function restoreFiles(vault: Vault, name: string, dataDir: string): Promise<RestoredFiles> {
  const manifest = await vault.readManifest(name);
  await importSecrets(dataDir, vault, manifest.secrets);
  const gone = await destroyedSince(vault, name, manifest);
  const lost = new Set(manifest.lostBlobs);
  const blobs: { agencyId: string; sha256: string }[] = [];
  const destroyed: string[] = [];
  for await (const blob of readBlobList(vault, manifest)) {
    const id = `${blob.agencyId}/${blob.sha256}`;
    if (gone.has(id)) destroyed.push(id);
    else if (!lost.has(id)) blobs.push(blob);
  }
  const bad = await copyBlobs({
    from: join(vault.folder, BLOB_FOLDER),
    to: join(dataDir, BLOB_FOLDER),
    masterKey: loadBlobKey({ dataDir, sealKey: undefined }),
    blobs,
    trustsExisting: false,
  });
  if (bad.length > 0)
    throw new BackupProblem(
      `Berkas cadangan ${bad.slice(0, 5).join(', ')} hilang, rusak, atau diubah (${bad.length} berkas).`,
    );
  return { manifest, destroyed };
}

async function destroyedSince(vault: Vault, name: string, manifest: Manifest): Promise<Set<string>> {
  const id = ({ agencyId, sha256 }: { agencyId: string; sha256: string }) => `${agencyId}/${sha256}`;
  const before = new Set(manifest.destroyed.map(id));
  const later = (await listBackups(vault.folder)).filter((other) => other > name);
  const gone = new Set<string>();
  for (const other of later)
    for (const blob of (await vault.readManifest(other)).destroyed) if (!before.has(id(blob))) gone.add(id(blob));
  return gone;
}

/** Makes the tables of the backup's version in an empty database and fills them, all or nothing. */
export async function restoreDatabase(vault: Vault, manifest: Manifest, ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lontar-restore' });
  await client.connect();
  try {
    await requireEmpty(client);
    await migrateTo(ownerUrl, manifest.migrations);
    await client.query('begin');
    await importTables(client, vault, manifest);
    const anchors = await queries.listAnchors(client);
    if (JSON.stringify(anchors) !== JSON.stringify(manifest.audit))
      throw new BackupProblem('Jejak audit yang dipulihkan tidak sama dengan yang dicatat cadangan.');
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** Asks a database of one's own before anything is written to the data folder. */
export async function requireEmptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lontar-restore' });
  await client.connect();
  try {
    await requireEmpty(client);
  } finally {
    await client.end();
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  if ((await queries.countPublicTables(client)) > 0)
    throw new BackupProblem(
      'Basis data tujuan tidak kosong: pemulihan hanya ke basis data kosong. Buat basis data baru, atau kosongkan skema public.',
    );
}
