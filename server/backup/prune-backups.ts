import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOB_FOLDER } from '../files/blob-key.ts';
import { chooseKept, type KeepRules } from './keep-rules.ts';
import type { Manifest } from './manifest.ts';
import { readBlobList } from './blob-list.ts';
import { listBackups } from './backup-names.ts';
import { manifestPath, type Vault } from './vault.ts';

/** Removes backups that the rules do not keep, then every part and blob that no backup left uses. */
export async function pruneBackups(vault: Vault, rules: KeepRules): Promise<{ removed: string[] }> {
  const names = await listBackups(vault.folder);
  const kept = chooseKept(names, rules);
  const removed = names.filter((name) => !kept.has(name));
  for (const name of removed) await rm(manifestPath(vault.folder, name), { force: true });
  const used = await listUsed(vault, [...kept]);
  await sweepFolder(join(vault.folder, 'bagian'), (path) => used.has(path.split('/').at(-1) ?? ''));
  await sweepFolder(join(vault.folder, BLOB_FOLDER), (path) => {
    const [agencyId = '', , sha256 = ''] = path.split('/');
    return used.has(`${agencyId}/${sha256}`);
  });
  return { removed };
}

async function listUsed(vault: Vault, names: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const name of names) {
    const manifest = await vault.readManifest(name);
    for (const part of listParts(manifest)) used.add(part);
    for await (const { agencyId, sha256 } of readBlobList(vault, manifest)) used.add(`${agencyId}/${sha256}`);
  }
  return used;
}

export function listParts(manifest: Manifest): string[] {
  return [
    ...manifest.tables.flatMap(({ chunks }) => chunks),
    ...manifest.blobs.lists,
    ...manifest.secrets.map(({ chunk }) => chunk),
  ];
}

async function sweepFolder(folder: string, isUsed: (path: string) => boolean): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!isUsed(path.slice(folder.length + 1))) await rm(path, { force: true });
  }
}
