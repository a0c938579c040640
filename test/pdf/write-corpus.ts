import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleLetter } from '../../server/pdf/assemble.ts';
import { typesetLetter } from '../../server/pdf/typeset.ts';
import { annexPng } from './annex-files.ts';
import { corpus, notaDinas, suratDinas } from './corpus.ts';

// Writes every letter of the corpus, one with annexes and one as PDF/A-3b, into the folder named as argument.
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: write-corpus <folder>');
const creationDate = new Date('2026-11-24T03:00:00Z');

await mkdir(folder, { recursive: true });
for (const [name, sheet] of Object.entries(corpus())) {
  await write(`${name}.2b.pdf`, typesetLetter(sheet, { creationDate, conformance: 'a-2b' }).pdf);
}
await write('attached.3b.pdf', typesetLetter(suratDinas(), { creationDate, conformance: 'a-3b' }).pdf);

const annexed = typesetLetter(suratDinas(), { creationDate, conformance: 'a-2b' }).pdf;
const annex = typesetLetter(notaDinas(), { creationDate, conformance: 'a-2b' }).pdf;
await write('annexed.2b.pdf', (await assembleLetter(annexed, [annex, await annexPng()])).pdf);

async function write(name: string, pdf: Uint8Array): Promise<void> {
  await writeFile(join(String(folder), name), pdf);
}
