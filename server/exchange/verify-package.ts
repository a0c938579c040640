import { PackageRefused } from './package-refused.ts';
import { hashEntry, readManifest, refuseAll } from './read-manifest.ts';
import { readRecordMetadata, type VerifiedPackage } from './verified-package.ts';
import { verifyBag } from './verify-bag.ts';
import { MANIFEST_PATH, METADATA_PATH } from './write-letter-package.ts';
import type { ZipReader } from './zip-reader.ts';

/**
 * Checks a package of another Lontar, a bag or a single letter, before anything of it is taken in.
 * @throws PackageRefused with everything that differs
 */
export async function verifyPackage(zip: ZipReader): Promise<VerifiedPackage> {
  const declared = zip.paths.filter((path) => /^[^/]+\/bagit[.]txt$/u.test(path));
  const [bag] = declared;
  if (bag !== undefined && declared.length === 1) return verifyBag(zip, bag.slice(0, bag.indexOf('/')));
  if (zip.has(METADATA_PATH)) return verifyLetter(zip);
  throw new PackageRefused(
    'Paket ini bukan paket Lontar: tidak ada bagit.txt maupun metadata.json. Untuk CSV dan berkasnya, pilih "Tabel CSV".',
  );
}

async function verifyLetter(zip: ZipReader): Promise<VerifiedPackage> {
  const sums = await readManifest(zip, MANIFEST_PATH);
  const problems: string[] = [];
  for (const name of sums.keys()) if (!zip.has(name)) problems.push(`${name} tidak ada`);
  for (const path of zip.paths) {
    if (path === MANIFEST_PATH) continue;
    if (!sums.has(path)) problems.push(`${path} tidak tercatat dalam manifest`);
    else if ((await hashEntry(zip, path)).sha256 !== sums.get(path)) problems.push(`${path} berubah`);
  }
  refuseAll(problems);
  const metadata = await readRecordMetadata(zip, METADATA_PATH);
  refuseAll(
    metadata.files
      .filter(({ path, sha256 }) => sums.get(path) !== sha256)
      .map(({ path }) => `${path} berbeda dari keterangannya`),
  );
  const record = {
    metadataPath: METADATA_PATH,
    prefix: '',
    fileIndex: null,
    ordinal: null,
    copyStatus: 'original',
  } as const;
  return { origin: metadata.origin, files: [], records: [record] };
}
