import { join } from 'node:path';
import pg from 'pg';
import { BLOB_FOLDER, loadBlobKey } from '../files/blob-key.ts';
import { writeBlobList } from './blob-list.ts';
import { copyBlobs } from './copy-blobs.ts';
import { exportSecrets } from './secret-files.ts';
import { exportTables } from './export-tables.ts';
import { backupName } from './backup-names.ts';
import type { Manifest } from './manifest.ts';
import * as queries from './table-queries.ts';
import type { Vault } from './vault.ts';

export interface BackupSource {
  ownerUrl: string;
  config: { dataDir: string; sealKey: string | undefined; blobMirrorDir: string | undefined };
  now: () => Date;
  /** Named moments, for tests that stop a backup there. */
  checkpoint?: (name: string) => void | Promise<void>;
}

/**
 * Database in one snapshot, then the bytes that the snapshot names, then the manifest: only with that the backup exists.
 * What an earlier backup of the folder holds is not written again.
 */
export async function makeBackup(source: BackupSource, vault: Vault): Promise<{ name: string; manifest: Manifest }> {
  const { snapshot, blobs } = await readSnapshot(source, vault);
  await source.checkpoint?.('tables');
  const lost = await copyNamedBlobs(source, vault, blobs);
  await source.checkpoint?.('blobs');
  const sizeBytes = blobs.reduce((sum, blob) => sum + blob.sizeBytes, 0);
  const manifest: Manifest = {
    ...snapshot,
    blobs: { count: blobs.length, sizeBytes, lists: await writeBlobList(vault, blobs) },
    lostBlobs: lost,
    secrets: await exportSecrets(source.config, vault),
  };
  await source.checkpoint?.('manifest');
  const name = backupName(new Date(snapshot.madeAt));
  await vault.writeManifest(name, manifest);
  return { name, manifest };
}

type Snapshot = Omit<Manifest, 'blobs' | 'lostBlobs' | 'secrets'>;

async function readSnapshot(
  source: BackupSource,
  vault: Vault,
): Promise<{ snapshot: Snapshot; blobs: queries.BlobKey[] }> {
  const client = new pg.Client({ connectionString: source.ownerUrl, application_name: 'lontar-backup' });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    // The snapshot is taken by the first statement; the time before it is on the safe side.
    const madeAt = source.now().toISOString();
    const migrations = await queries.listMigrations(client);
    const snapshot = {
      format: 'lontar-cadangan-isi/1' as const,
      madeAt,
      migrations,
      audit: await queries.listAnchors(client),
      destroyed: await queries.listDestroyedBlobs(client),
      sequences: await queries.listSequences(client),
      tables: await exportTables(client, vault),
    };
    const blobs = await queries.listBlobs(client);
    await client.query('commit');
    return { snapshot, blobs };
  } finally {
    await client.end();
  }
}

async function copyNamedBlobs(
  { config }: BackupSource,
  vault: Vault,
  blobs: readonly queries.BlobKey[],
): Promise<string[]> {
  const order = { to: join(vault.folder, BLOB_FOLDER), masterKey: loadBlobKey(config), trustsExisting: true };
  const lost = await copyBlobs({ ...order, from: join(config.dataDir, BLOB_FOLDER), blobs });
  if (lost.length === 0 || config.blobMirrorDir === undefined) return lost;
  const again = blobs.filter(({ agencyId, sha256 }) => lost.includes(`${agencyId}/${sha256}`));
  return copyBlobs({ ...order, from: config.blobMirrorDir, blobs: again });
}
