import type { Deps } from '../deps.ts';
import type { EntryRole, PackageEntry } from './record-metadata.ts';
import type { StoredFile } from './queries.ts';

const LONGEST_NAME = 80;

/** A value as a file of a package. */
export function jsonEntry(path: string, role: EntryRole, load: () => unknown): PackageEntry {
  return {
    path,
    fileName: lastPart(path),
    role,
    mediaType: 'application/json',
    read: async () => Buffer.from(`${JSON.stringify(await load(), null, 2)}\n`),
  };
}

/** Stored files in a folder of the package, numbered so that no two share a name. */
export function storedEntries(
  deps: Pick<Deps, 'files'>,
  agencyId: string,
  { folder, role, files }: { folder: string; role: EntryRole; files: readonly StoredFile[] },
): PackageEntry[] {
  return files.map(({ fileName, mediaType, sha256 }, index) => ({
    path: `${folder}/${String(index + 1).padStart(2, '0')}-${pathPart(fileName)}`,
    fileName,
    role,
    mediaType,
    read: () => deps.files.read(agencyId, sha256),
  }));
}

/** A name that every system can unpack: letters, digits, dot, dash and underscore of ASCII; the ending stays. */
export function pathPart(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
  const ending = /[.]\w{1,8}$/u.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length).slice(0, LONGEST_NAME);
  return stem === '' ? `berkas${ending}` : `${stem}${ending}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
