import { BagFolder, type BagFile } from './bag-folder.ts';
import { type BagSet, CONTENT_FOLDER, SET_PATH, type SetFile, type SetRecord } from './bag-set.ts';
import type { CollectedRecord, PackedFile, RecordMetadata } from './record-metadata.ts';
import { metadataBytes } from './write-letter-package.ts';
import { writeBagReadme } from './write-bag-readme.ts';
import { writeDublinCore } from './write-dublin-core.ts';
import {
  type MetadataFile,
  type MetsHead,
  REPRESENTATION,
  writeRepresentationMets,
  writeRootMets,
} from './write-mets.ts';
import { writePremis } from './write-premis.ts';
import type { ZipWriter } from './zip-writer.ts';

export type SetItem = Pick<SetRecord, 'kind' | 'id' | 'copyStatus'>;

export interface BagSource {
  /** Folder of the bag inside the ZIP; also its identifier. */
  readonly name: string;
  readonly title: string;
  readonly origin: BagSet['origin'];
  readonly at: Date;
  readonly version: string;
  /** Files (berkas) with their items, one berkas after the other. */
  files(): AsyncIterable<{ file: SetFile; items: readonly SetItem[] }>;
  /** Undefined when the desk that asked may not read it. */
  collect(item: SetItem): Promise<CollectedRecord | undefined>;
  /** After each record. */
  onRecord(isWithheld: boolean): Promise<void>;
}

/** Fills a ZIP with one bag laid out along E-ARK CSIP; memory holds one file of one record at a time, and the sums. */
export async function writeBag(zip: ZipWriter, source: BagSource): Promise<void> {
  const bag = new BagFolder(zip, source.name);
  const data: BagFile[] = [];
  const metadata: MetadataFile[] = [];
  const set: BagSet = { format: 'lontar-set/1', origin: source.origin, files: [] };
  for await (const { file, items } of source.files()) {
    const records: SetRecord[] = [];
    for (const item of items) {
      const folder = `${pad(set.files.length + 1, 3)}/${pad(records.length + 1, 4)}`;
      const collected = await source.collect(item);
      records.push({ kind: item.kind, id: collected?.facts.id ?? item.id, ...describe(item, folder, collected) });
      if (collected) {
        const written = await writeRecord(bag, folder, collected);
        data.push(...written.data);
        metadata.push(...written.metadata);
      }
      await source.onRecord(collected === undefined);
    }
    set.files.push({ ...file, records });
  }
  const setBytes = Buffer.from(`${JSON.stringify(set, null, 2)}\n`);
  metadata.unshift({ ...(await bag.add(SET_PATH, 'application/json', setBytes)), kind: 'OTHER' });
  await writeFrame(bag, source, { data, metadata, set });
  await bag.close(infoOf(source));
  zip.end();
}

function describe(item: SetItem, folder: string, collected: CollectedRecord | undefined) {
  return {
    ...(collected ? { kind: collected.facts.kind } : {}),
    folder,
    copyStatus: item.copyStatus,
    isWithheld: !collected,
  };
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

async function writeRecord(
  bag: BagFolder,
  folder: string,
  record: CollectedRecord,
): Promise<{ data: BagFile[]; metadata: MetadataFile[] }> {
  const data: BagFile[] = [];
  const files: PackedFile[] = [];
  for (const { read, ...entry } of record.entries) {
    const written = await bag.add(`${CONTENT_FOLDER}/${folder}/${entry.path}`, entry.mediaType, await read());
    data.push(written);
    files.push({ ...entry, sizeBytes: written.sizeBytes, sha256: written.sha256 });
  }
  const described: RecordMetadata = { ...record.facts, files: record.files ? [...record.files] : files };
  const name = folder.replace('/', '-');
  const add = async (path: string, mediaType: string, bytes: Buffer, kind: MetadataFile['kind']) => ({
    ...(await bag.add(path, mediaType, bytes)),
    kind,
  });
  const metadata = [
    await add(`metadata/descriptive/${name}.xml`, 'application/xml', writeDublinCore(described), 'DC'),
    await add(`metadata/other/${name}.json`, 'application/json', metadataBytes(described), 'OTHER'),
    await add(`metadata/preservation/${name}.xml`, 'application/xml', writePremis(described), 'PREMIS'),
  ];
  return { data, metadata };
}

async function writeFrame(
  bag: BagFolder,
  source: BagSource,
  parts: { data: readonly BagFile[]; metadata: readonly MetadataFile[]; set: BagSet },
): Promise<void> {
  const head: MetsHead = {
    objectId: source.name,
    label: source.title,
    createdAt: source.at.toISOString(),
    version: source.version,
  };
  const readme = Buffer.from(writeBagReadme(parts.set, source.at));
  const documentation = [await bag.add('documentation/README.txt', 'text/plain', readme)];
  const mets = writeRepresentationMets(head, parts.data);
  const representation = await bag.add(`${REPRESENTATION}/METS.xml`, 'application/xml', mets);
  const root = writeRootMets(head, { metadata: parts.metadata, documentation, representation });
  await bag.add('METS.xml', 'application/xml', root);
}

function infoOf(source: BagSource): [string, string][] {
  return [
    ['Source-Organization', source.origin.agencyName],
    ['External-Identifier', source.name],
    ['External-Description', source.title],
    ['Internal-Sender-Identifier', source.origin.agencyId],
    ['Internal-Sender-Description', source.origin.instance],
    ['Bagging-Date', source.at.toISOString().slice(0, 10)],
    ['Bag-Software-Agent', `Lontar ${source.version}`],
  ];
}
