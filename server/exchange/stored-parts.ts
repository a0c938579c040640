import { Readable } from 'node:stream';
import type { Deps } from '../deps.ts';
import type { StoredBlob } from '../files/files.ts';

/** Of a package in the store: what memory holds of it at once. */
export const PART_BYTES = 8 * 1024 * 1024;

/** Keeps a stream of any length as parts of the file store, each encrypted and named by its hash like every other file. */
export async function writeParts(
  deps: Pick<Deps, 'files'>,
  agencyId: string,
  stream: AsyncIterable<Buffer>,
): Promise<StoredBlob[]> {
  const parts: StoredBlob[] = [];
  let chunks: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size > 0) parts.push(await deps.files.write(agencyId, Buffer.concat(chunks)));
    chunks = [];
    size = 0;
  };
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= PART_BYTES) await flush();
  }
  await flush();
  return parts;
}

/** The parts as one stream again; each is checked against its hash before a byte of it is given. */
export function readParts(
  deps: Pick<Deps, 'files'>,
  agencyId: string,
  parts: readonly Pick<StoredBlob, 'sha256'>[],
): Readable {
  return Readable.from(
    (async function* () {
      for (const { sha256 } of parts) yield await deps.files.read(agencyId, sha256);
    })(),
    { objectMode: false },
  );
}
