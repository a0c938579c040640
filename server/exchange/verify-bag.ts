import { BagSet, CONTENT_FOLDER, SET_PATH } from './bag-set.ts';
import { PackageRefused } from './package-refused.ts';
import { hashEntry, readManifest, refuseAll } from './read-manifest.ts';
import { readMets } from './read-mets.ts';
import { readRecordMetadata, type VerifiedPackage, type VerifiedRecord } from './verified-package.ts';
import { REPRESENTATION } from './write-mets.ts';
import type { ZipReader } from './zip-reader.ts';

const DECLARATION = /^BagIt-Version: (0[.]97|1[.]0)\r?\nTag-File-Character-Encoding: UTF-8\s*$/u;

/** A bag of ours: complete, every sum right, every file named by METS, every record described. @throws PackageRefused */
export async function verifyBag(zip: ZipReader, root: string): Promise<VerifiedPackage> {
  const declaration = (await zip.read(`${root}/bagit.txt`)).toString('utf8');
  if (!DECLARATION.test(declaration)) throw new PackageRefused('bagit.txt tidak dapat dibaca.');
  const payload = zip.paths.filter((path) => path.startsWith(`${root}/data/`));
  const strays = zip.paths.filter((path) => !path.startsWith(`${root}/`));
  refuseAll(strays.map((path) => `${path} berada di luar folder paket`));
  const sums = await verifySums(zip, root, payload);
  await verifyMets(zip, root, sums);
  const set = await readSet(zip, root);
  return { origin: set.origin, files: set.files, records: await readRecords(zip, root, { set, sums }) };
}

async function verifySums(zip: ZipReader, root: string, payload: readonly string[]): Promise<Map<string, string>> {
  const [short, long] = [
    await readManifest(zip, `${root}/manifest-sha256.txt`),
    await readManifest(zip, `${root}/manifest-sha512.txt`),
  ];
  const tags = await readManifest(zip, `${root}/tagmanifest-sha256.txt`);
  const problems = await problemsOfTags(zip, root, tags);
  const present = new Set(payload.map((path) => path.slice(root.length + 1)));
  const named = new Set([...short.keys(), ...long.keys()]);
  problems.push(...[...named].filter((name) => !present.has(name)).map((name) => `${name} tidak ada`));
  for (const name of present) {
    const found = await hashEntry(zip, `${root}/${name}`);
    if (!short.has(name) || !long.has(name)) problems.push(`${name} tidak tercatat dalam manifest`);
    else if (found.sha256 !== short.get(name) || found.sha512 !== long.get(name)) problems.push(`${name} berubah`);
  }
  refuseAll(problems);
  return short;
}

const SEALED = ['manifest-sha256.txt', 'manifest-sha512.txt', 'bagit.txt', 'bag-info.txt'];

async function problemsOfTags(zip: ZipReader, root: string, tags: ReadonlyMap<string, string>): Promise<string[]> {
  const unsealed = SEALED.filter((name) => !tags.has(name));
  const problems = unsealed.map((name) => `${name} tidak dijamin oleh tagmanifest-sha256.txt`);
  for (const [name, sum] of tags) {
    const path = `${root}/${name}`;
    if (!zip.has(path)) problems.push(`${name} tidak ada`);
    else if ((await hashEntry(zip, path)).sha256 !== sum) problems.push(`${name} berubah`);
  }
  return problems;
}

async function verifyMets(zip: ZipReader, root: string, sums: ReadonlyMap<string, string>): Promise<void> {
  const named = new Set(['METS.xml']);
  const problems: string[] = [];
  for (const folder of ['', `${REPRESENTATION}/`]) {
    const path = `${root}/data/${folder}METS.xml`;
    if (!zip.has(path))
      throw new PackageRefused(`Paket tidak memuat data/${folder}METS.xml, jadi isinya tidak dapat dikenali.`);
    for (const reference of readMets(await zip.read(path), `${folder}METS.xml`)) {
      const name = `${folder}${reference.path}`;
      named.add(name);
      if (sums.get(`data/${name}`) === undefined) problems.push(`METS menyebut ${name} yang tidak ada`);
      else if (sums.get(`data/${name}`) !== reference.sha256) problems.push(`hash ${name} dalam METS berbeda`);
      else if (zip.sizeOf(`${root}/data/${name}`) !== reference.sizeBytes)
        problems.push(`ukuran ${name} dalam METS berbeda`);
    }
  }
  for (const name of sums.keys())
    if (!named.has(name.slice('data/'.length))) problems.push(`${name} tidak disebut METS`);
  refuseAll(problems);
}

async function readSet(zip: ZipReader, root: string): Promise<BagSet> {
  const path = `${root}/data/${SET_PATH}`;
  if (!zip.has(path)) throw new PackageRefused(`Paket ini bukan dari Lontar: ${SET_PATH} tidak ada.`);
  try {
    return BagSet.parse(JSON.parse((await zip.read(path)).toString('utf8')));
  } catch {
    throw new PackageRefused(
      `${SET_PATH} tidak dapat dibaca. Paket dibuat oleh versi Lontar yang lebih baru atau rusak.`,
    );
  }
}

async function readRecords(
  zip: ZipReader,
  root: string,
  { set, sums }: { set: BagSet; sums: ReadonlyMap<string, string> },
): Promise<VerifiedRecord[]> {
  const records: VerifiedRecord[] = [];
  const problems: string[] = [];
  const items = set.files.flatMap((file, fileIndex) =>
    file.records.map((item, index) => ({ item, fileIndex, ordinal: index + 1 })),
  );
  for (const { item, fileIndex, ordinal } of items) {
    if (item.isWithheld) continue;
    const metadataPath = `${root}/data/metadata/other/${item.folder.replace('/', '-')}.json`;
    const folder = `data/${CONTENT_FOLDER}/${item.folder}/`;
    const metadata = await readRecordMetadata(zip, metadataPath);
    if (metadata.id !== item.id || metadata.kind !== item.kind)
      problems.push(`${item.folder} bukan naskah yang didaftar`);
    const differing = metadata.files.filter(({ path, sha256 }) => sums.get(`${folder}${path}`) !== sha256);
    problems.push(...differing.map(({ path }) => `${item.folder}/${path} berbeda dari keterangannya`));
    records.push({ metadataPath, prefix: `${root}/${folder}`, fileIndex, ordinal, copyStatus: item.copyStatus });
  }
  refuseAll(problems);
  return records;
}
