import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { FileReply } from '../../server/http.ts';

/** Every file of a ZIP by its path. */
export async function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const opened = await yauzl.fromBufferPromise(zip, { lazyEntries: true, strictFileNames: true });
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry())
    files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  return files;
}

export function bytesOf(reply: FileReply): Promise<Buffer> {
  return reply.bytes instanceof Uint8Array ? Promise.resolve(Buffer.from(reply.bytes)) : buffer(reply.bytes);
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A `hash  path` manifest, as `sha256sum` writes it. */
export function readManifest(bytes: Buffer | undefined): Map<string, string> {
  const lines = (bytes?.toString('utf8') ?? '').split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(line.indexOf('  ') + 2), line.slice(0, line.indexOf(' '))]));
}
