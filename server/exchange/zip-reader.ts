import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { Deps } from '../deps.ts';
import { PackageRefused } from './package-refused.ts';

export interface ZipLimits {
  readonly entries: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 500_000, fileBytes: 250 * 2 ** 20, totalBytes: 50 * 2 ** 30 };

/** Text packs to a twentieth; what unpacks to more than this is made to fill a disk. */
const MOST_RATIO = 200;
const RATIO_FROM = 2 ** 20;
const LINK = 0o120000;
const KIND = 0o170000;

/** A ZIP whose table of contents has been judged: no way out of its folder, no links, no bombs, no name twice. */
export class ZipReader {
  readonly #zip: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;

  private constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws PackageRefused */
  static openFile(path: string, limits = ZIP_LIMITS): Promise<ZipReader> {
    return begin(yauzl.openPromise(path, OPTIONS), limits);
  }

  /** @throws PackageRefused */
  static openParts(
    deps: Pick<Deps, 'files'>,
    agencyId: string,
    parts: readonly StoredPart[],
    limits = ZIP_LIMITS,
  ): Promise<ZipReader> {
    const size = parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const reader = new PartsReader(deps, agencyId, parts);
    return begin(yauzl.fromRandomAccessReaderPromise(reader, size, OPTIONS), limits);
  }

  static async list(zip: yauzl.ZipFile, limits: ZipLimits): Promise<ZipReader> {
    const entries = new Map<string, yauzl.Entry>();
    let total = 0;
    if (zip.entryCount > limits.entries) throw new PackageRefused(`Paket berisi lebih dari ${limits.entries} berkas.`);
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      refuseEntry(entry, limits);
      if (entries.has(entry.fileName)) throw new PackageRefused(`Paket memuat dua berkas bernama ${entry.fileName}.`);
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) throw new PackageRefused('Isi paket setelah dibuka terlalu besar.');
      entries.set(entry.fileName, entry);
    }
    return new ZipReader(zip, entries);
  }

  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  sizeOf(path: string): number {
    return this.#entries.get(path)?.uncompressedSize ?? 0;
  }

  /** The bytes as they unpack; ends with an error when they are more or fewer than the table says. */
  async stream(path: string): Promise<Readable> {
    const entry = this.#entries.get(path);
    if (!entry) throw new PackageRefused(`Berkas ${path} tidak ada dalam paket.`);
    return this.#zip.openReadStreamPromise(entry).catch(refuseBroken);
  }

  async read(path: string): Promise<Buffer> {
    return buffer(await this.stream(path)).catch(refuseBroken);
  }

  close(): void {
    this.#zip.close();
  }
}

const OPTIONS = { lazyEntries: true, strictFileNames: true, autoClose: false, validateEntrySizes: true } as const;

async function begin(opening: Promise<yauzl.ZipFile>, limits: ZipLimits): Promise<ZipReader> {
  const zip = await opening.catch(refuseBroken);
  try {
    return await ZipReader.list(zip, limits);
  } catch (error) {
    zip.close();
    if (error instanceof PackageRefused) throw error;
    return refuseBroken(error);
  }
}

function refuseEntry(entry: yauzl.Entry, limits: ZipLimits): void {
  const { fileName, uncompressedSize: size } = entry;
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK)
    throw new PackageRefused(`Paket memuat tautan (${fileName}). Kemas ulang dengan berkas sebenarnya.`);
  if (entry.isEncrypted()) throw new PackageRefused('Paket dilindungi kata sandi. Kemas ulang tanpa kata sandi.');
  if (size > limits.fileBytes) throw new PackageRefused(`Berkas ${fileName} dalam paket terlalu besar.`);
  if (size > RATIO_FROM && size / Math.max(1, entry.compressedSize) > MOST_RATIO)
    throw new PackageRefused(`Berkas ${fileName} mengembang tidak wajar saat dibuka, jadi paket ditolak.`);
}

function refuseBroken(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  if (/invalid relative path|absolute path|invalid characters/u.test(why))
    throw new PackageRefused('Paket memuat nama berkas yang menunjuk ke luar foldernya, jadi paket ditolak.');
  throw new PackageRefused('Paket bukan ZIP yang utuh. Unduh atau kemas ulang, lalu coba lagi.');
}

export interface StoredPart {
  sha256: string;
  sizeBytes: number;
}

/** Reads ranges of a package that lies in the file store; the part in use stays in memory. */
class PartsReader extends yauzl.RandomAccessReader {
  readonly #read: (sha256: string) => Promise<Uint8Array>;
  readonly #parts: readonly StoredPart[];
  #kept: { sha256: string; bytes: Promise<Uint8Array> } | undefined;

  constructor(deps: Pick<Deps, 'files'>, agencyId: string, parts: readonly StoredPart[]) {
    super();
    this.#read = (sha256) => deps.files.read(agencyId, sha256);
    this.#parts = parts;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false });
  }

  async *#range(start: number, end: number): AsyncGenerator<Uint8Array> {
    let at = 0;
    for (const { sha256, sizeBytes } of this.#parts) {
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, sizeBytes)];
      at += sizeBytes;
      if (from < to) yield (await this.#part(sha256)).subarray(from, to);
    }
  }

  #part(sha256: string): Promise<Uint8Array> {
    if (this.#kept?.sha256 !== sha256) this.#kept = { sha256, bytes: this.#read(sha256) };
    return this.#kept.bytes;
  }
}
