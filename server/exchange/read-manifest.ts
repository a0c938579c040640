import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { PackageRefused } from './package-refused.ts';
import type { ZipReader } from './zip-reader.ts';

/** `hash  path` lines as bags and `sha256sum` write them. @throws PackageRefused */
export async function readManifest(zip: ZipReader, path: string): Promise<Map<string, string>> {
  if (!zip.has(path)) throw new PackageRefused(`Paket tidak memuat ${path}.`);
  const sums = new Map<string, string>();
  for (const line of (await zip.read(path)).toString('utf8').split(/\r?\n/u)) {
    if (line === '') continue;
    const [, sum, name] = /^([0-9a-f]{64}|[0-9a-f]{128}) [ *]?(.+)$/iu.exec(line) ?? [];
    if (sum === undefined || name === undefined) throw new PackageRefused(`Baris dalam ${path} tidak dapat dibaca.`);
    const plain = name.replace(/%(0[AD]|25)/giu, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (sums.has(plain)) throw new PackageRefused(`${path} menyebut ${plain} dua kali.`);
    sums.set(plain, sum.toLowerCase());
  }
  return sums;
}

/** Both hashes of one file of the package, unpacked only once. */
export async function hashEntry(zip: ZipReader, path: string): Promise<{ sha256: string; sha512: string }> {
  const [short, long] = [createHash('sha256'), createHash('sha512')];
  await pipeline(await zip.stream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      short.update(chunk);
      long.update(chunk);
    }
  }).catch((error: unknown) => {
    if (error instanceof PackageRefused) throw error;
    throw new PackageRefused(`Berkas ${path} dalam paket rusak.`);
  });
  return { sha256: short.digest('hex'), sha512: long.digest('hex') };
}

const MOST_NAMED = 10;

/** Refuses with everything that differs, so that the sender need not try again for each. */
export function refuseAll(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const named = problems.slice(0, MOST_NAMED).map((problem) => `• ${problem}`);
  const more = problems.length > MOST_NAMED ? [`• dan ${problems.length - MOST_NAMED} lainnya`] : [];
  throw new PackageRefused(
    ['Paket tidak diterima karena isinya tidak cocok dengan keterangannya:', ...named, ...more].join('\n'),
  );
}
