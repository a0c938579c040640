import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';

const PACKED = /^(?:image\/|application\/(?:pdf|zip|gzip|vnd[.]))/u;

/**
 * Writes a ZIP while it is read: an entry is taken only when the reader of `output` has room for it, so that memory
 * holds one file at a time. Entries over 4 GB and more than 65,535 of them are written as ZIP64.
 */
export class ZipWriter {
  readonly output = new PassThrough();
  readonly #zip = new yazl.ZipFile();
  readonly #mtime: Date;
  #failure: Error | undefined;
  readonly #waiting = new Set<(error: Error) => void>();

  constructor(mtime: Date) {
    this.#mtime = mtime;
    this.#zip.outputStream.pipe(this.output);
    this.#zip.on('error', (error: Error) => this.fail(error));
    this.output.on('close', () => {
      if (!this.output.readableEnded) this.#stop(new Error('the reader of the package went away'));
    });
  }

  /** Resolves when the bytes have gone into the output. */
  async add(path: string, mediaType: string, bytes: Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure;
    const options = { mtime: this.#mtime, mode: 0o100644, compress: !PACKED.test(mediaType), size: bytes.length };
    await new Promise<void>((resolve, reject) => {
      this.#waiting.add(reject);
      this.#zip.addReadStreamLazy(path, options, (give) => {
        const stream = Readable.from(chunksOf(bytes), { objectMode: false });
        stream.once('close', () => {
          this.#waiting.delete(reject);
          resolve();
        });
        give(null, stream);
      });
    });
  }

  end(): void {
    this.#zip.end();
  }

  /** Ends the output with an error, so that nobody takes half a package for a whole one. */
  fail(error: Error): void {
    this.#stop(error);
    this.output.destroy(error);
  }

  #stop(error: Error): void {
    this.#failure ??= error;
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
  }
}

const CHUNK = 64 * 1024;

function* chunksOf(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(CHUNK, bytes.length - at));
}
