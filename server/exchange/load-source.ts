import { createReadStream } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { PackageRefused } from './package-refused.ts';
import type { ZipReader } from './zip-reader.ts';

/** A table of letters and the files it names. */
export interface TableSource {
  openTable(): Promise<Readable>;
  /** The bytes of a named file, or the reason why there are none. */
  readFile(name: string): Promise<Uint8Array | { reason: string }>;
}

const MOST_FILE_BYTES = 250 * 2 ** 20;
const TOO_LARGE = (name: string) => ({ reason: `Berkas "${name}" lebih besar dari 250 MB.` });

/** A CSV and a folder on this server. Links that lead out of the folder are not followed. */
export function folderSource(csvPath: string, folder: string | undefined): TableSource {
  return {
    openTable: () => Promise.resolve(createReadStream(csvPath)),
    async readFile(name) {
      if (folder === undefined) return { reason: `Berkas "${name}" disebut, tetapi folder berkas tidak diberikan.` };
      try {
        const root = await realpath(folder);
        const path = await realpath(join(root, name));
        if (!path.startsWith(root + sep)) return { reason: `Berkas "${name}" berada di luar folder.` };
        const facts = await stat(path);
        if (!facts.isFile()) return { reason: `"${name}" bukan berkas.` };
        if (facts.size > MOST_FILE_BYTES) return TOO_LARGE(name);
        const handle = await open(path);
        try {
          return await handle.readFile();
        } finally {
          await handle.close();
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { reason: `Berkas "${name}" tidak ditemukan.` };
        throw error;
      }
    },
  };
}

/** A ZIP with one CSV and the files beside it. @throws PackageRefused */
export function zipSource(zip: ZipReader): TableSource {
  const tables = zip.paths.filter((path) => /[.]csv$/iu.test(path)).sort((left, right) => left.length - right.length);
  const [table] = tables;
  if (table === undefined) throw new PackageRefused('ZIP tidak memuat tabel CSV.');
  const root = table.slice(0, table.lastIndexOf('/') + 1);
  return {
    openTable: () => zip.stream(table),
    async readFile(name) {
      const path = zip.has(`${root}${name}`) ? `${root}${name}` : name;
      if (!zip.has(path)) return { reason: `Berkas "${name}" tidak ditemukan dalam ZIP.` };
      return zip.read(path);
    },
  };
}

/** A table alone. */
export function tableSource(openTable: () => Promise<Readable>): TableSource {
  return {
    openTable,
    readFile: (name) => Promise.resolve({ reason: `Berkas "${name}" disebut, tetapi hanya tabel yang diunggah.` }),
  };
}
