import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { CollectedRecord, PackedFile, RecordMetadata } from './record-metadata.ts';
import { writeReadme } from './write-readme.ts';
import { ZipWriter } from './zip-writer.ts';

export const METADATA_PATH = 'metadata.json';
export const MANIFEST_PATH = 'manifest-sha256.txt';

/** One record as a ZIP that is made while it is sent: its files, its description, a manifest of them all, and README.txt. */
export function writeLetterPackage(record: CollectedRecord, at: Date): Readable {
  const zip = new ZipWriter(at);
  fill(zip, record, at).catch((error: unknown) => zip.fail(error instanceof Error ? error : new Error(String(error))));
  return zip.output;
}

async function fill(zip: ZipWriter, record: CollectedRecord, at: Date): Promise<void> {
  const lines: string[] = [];
  const add = async (path: string, mediaType: string, bytes: Uint8Array): Promise<string> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    lines.push(`${sha256}  ${path}\n`);
    await zip.add(path, mediaType, bytes);
    return sha256;
  };
  const files: PackedFile[] = [];
  for (const { read, ...entry } of record.entries) {
    const bytes = await read();
    const sha256 = await add(entry.path, entry.mediaType, bytes);
    files.push({ ...entry, sizeBytes: bytes.length, sha256 });
  }
  const metadata = { ...record.facts, files: record.files ? [...record.files] : files };
  await add(METADATA_PATH, 'application/json', metadataBytes(metadata));
  await add('README.txt', 'text/plain', Buffer.from(writeReadme(metadata, at)));
  await zip.add(MANIFEST_PATH, 'text/plain', Buffer.from(lines.join('')));
  zip.end();
}

/** The description as it stands in every package: the same record gives the same bytes. */
export function metadataBytes(metadata: RecordMetadata): Buffer {
  return Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`);
}
