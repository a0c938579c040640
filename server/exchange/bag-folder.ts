import { createHash } from 'node:crypto';
import type { ZipWriter } from './zip-writer.ts';

export interface BagFile {
  /** Below `data/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

interface Sums {
  sha256: string;
  sha512: string;
}

/**
 * A bag (RFC 8493) that grows inside a ZIP: payload first, then the tag files that name it. Only sums are kept of what
 * has been written.
 */
export class BagFolder {
  readonly #zip: ZipWriter;
  readonly #name: string;
  readonly #payload = new Map<string, Sums>();
  #bytes = 0;

  constructor(zip: ZipWriter, name: string) {
    this.#zip = zip;
    this.#name = name;
  }

  /** `octets.files` of the payload so far. */
  get oxum(): string {
    return `${this.#bytes}.${this.#payload.size}`;
  }

  async add(path: string, mediaType: string, bytes: Uint8Array): Promise<BagFile> {
    const sums = sumsOf(bytes);
    this.#payload.set(`data/${path}`, sums);
    this.#bytes += bytes.length;
    await this.#zip.add(`${this.#name}/data/${path}`, mediaType, bytes);
    return { path, mediaType, sizeBytes: bytes.length, sha256: sums.sha256 };
  }

  /** Writes the tag files; nothing can be added afterwards. */
  async close(info: readonly (readonly [label: string, value: string])[]): Promise<void> {
    const tags = new Map<string, Sums>();
    const tag = async (path: string, text: string) => {
      const bytes = Buffer.from(text);
      tags.set(path, sumsOf(bytes));
      await this.#zip.add(`${this.#name}/${path}`, 'text/plain', bytes);
    };
    await tag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    await tag('bag-info.txt', [...info, ['Payload-Oxum', this.oxum] as const].map(infoLine).join(''));
    for (const algorithm of ['sha256', 'sha512'] as const)
      await tag(`manifest-${algorithm}.txt`, manifestOf(this.#payload, algorithm));
    for (const algorithm of ['sha256', 'sha512'] as const)
      await this.#zip.add(
        `${this.#name}/tagmanifest-${algorithm}.txt`,
        'text/plain',
        Buffer.from(manifestOf(tags, algorithm)),
      );
  }
}

function sumsOf(bytes: Uint8Array): Sums {
  const sum = (algorithm: keyof Sums) => createHash(algorithm).update(bytes).digest('hex');
  return { sha256: sum('sha256'), sha512: sum('sha512') };
}

function manifestOf(files: ReadonlyMap<string, Sums>, algorithm: keyof Sums): string {
  return [...files].map(([path, sums]) => `${sums[algorithm]}  ${escapePath(path)}\n`).join('');
}

/** RFC 8493, 2.1.3: line ends and the percent sign itself. */
function escapePath(path: string): string {
  return path.replace(/[%\r\n]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** One line each: a value that spans lines would need folding. */
function infoLine([label, value]: readonly [string, string]): string {
  return `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`;
}
