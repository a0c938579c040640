import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute folder of the Typst templates; the same from sources and from dist/. */
export function templateFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'templates');
    if (existsSync(join(candidate, 'letters', 'surat-dinas.typ'))) return candidate;
    if (folder === dirname(folder)) throw new Error('templates/letters is missing beside the program');
  }
}
