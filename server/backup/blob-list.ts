import type { Manifest } from './manifest.ts';
import type { Vault } from './vault.ts';

const LINES = 5000;

/** Cut by hash, so that lists of two backups share their parts. */
export async function writeBlobList(
  vault: Vault,
  blobs: readonly { agencyId: string; sha256: string }[],
): Promise<string[]> {
  const lists: string[] = [];
  let lines: string[] = [];
  for (const { agencyId, sha256 } of blobs) {
    lines.push(`${agencyId} ${sha256}\n`);
    if (lines.length < LINES && !(sha256.endsWith('00') && lines.length > LINES / 20)) continue;
    lists.push(await vault.put(Buffer.from(lines.join(''))));
    lines = [];
  }
  if (lines.length > 0) lists.push(await vault.put(Buffer.from(lines.join(''))));
  return lists;
}

export async function* readBlobList(
  vault: Vault,
  manifest: Manifest,
): AsyncGenerator<{ agencyId: string; sha256: string }> {
  for (const part of manifest.blobs.lists)
    for (const line of (await vault.get(part)).toString('utf8').split('\n')) {
      const [agencyId, sha256] = line.split(' ');
      if (agencyId !== undefined && sha256 !== undefined) yield { agencyId, sha256 };
    }
}
