import { createHash } from 'node:crypto';
import { dict, isArray, isRef, isString, name, type PdfValue, text } from './pdf-value.ts';
import type { PdfFile } from './pdf-file.ts';
import { writeValue } from './write-value.ts';

export interface NewObject {
  readonly number: number;
  readonly generation: number;
  /** Everything between `obj` and `endobj`, Latin-1. */
  readonly body: string;
}

export interface AppendedRevision {
  readonly bytes: Buffer;
  /** Object number to the offset of its first byte. */
  readonly offsets: ReadonlyMap<number, number>;
}

export function nextObjectNumber(file: PdfFile): number {
  const sizes = file.sections.map(({ trailer }) => trailer.get('Size')).filter((size) => typeof size === 'number');
  return Math.max(0, ...sizes, ...[...file.entries.keys()].map((number) => number + 1));
}

function trailerValues(file: PdfFile, size: number, added: string): Record<string, PdfValue> {
  const info = file.trailer.get('Info');
  const id = file.resolve(file.trailer.get('ID'));
  const first = isArray(id) ? id[0] : undefined;
  const changing = createHash('sha256').update(added, 'latin1').digest().subarray(0, 16);
  return {
    Size: size,
    Root: file.rootRef,
    ...(isRef(info) ? { Info: info } : {}),
    ID: [isString(first) ? text(first.bytes) : text(changing), text(changing)],
    Prev: file.newestSection.start,
  };
}

function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

interface Located {
  readonly offset: number;
  readonly generation: number;
}

function writeTable(located: ReadonlyMap<number, Located>, trailer: Record<string, PdfValue>): string {
  const runs = runsOf([...located.keys()].sort((a, b) => a - b));
  const lines = runs.flatMap((run) => [
    `${run[0] ?? 0} ${run.length}\n`,
    ...run.map((number) => {
      const { offset, generation } = located.get(number) ?? { offset: 0, generation: 0 };
      return `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n\r\n`;
    }),
  ]);
  return `xref\n${lines.join('')}trailer\n${writeValue(dict(trailer))}\n`;
}

function writeStream(number: number, located: ReadonlyMap<number, Located>, trailer: Record<string, PdfValue>): string {
  const numbers = [...located.keys()].sort((a, b) => a - b);
  const rows = numbers.map((key) => {
    const row = Buffer.alloc(7, 1);
    row.writeUInt32BE(located.get(key)?.offset ?? 0, 1);
    row.writeUInt16BE(located.get(key)?.generation ?? 0, 5);
    return row;
  });
  const data = Buffer.concat(rows).toString('latin1');
  const index = runsOf(numbers).flatMap((run) => [run[0] ?? 0, run.length]);
  const entries = dict({ Type: name('XRef'), W: [1, 4, 2], Index: index, ...trailer, Length: data.length });
  return `${number} 0 obj\n${writeValue(entries)}\nstream\n${data}\nendstream\nendobj\n`;
}

/** Adds an incremental update (ISO 32000-1 7.5.6) in the manner of the file: a table after a table, a stream after a stream. */
export function appendRevision(file: PdfFile, objects: readonly NewObject[]): AppendedRevision {
  const last = file.bytes.at(-1);
  const lead = last === 0x0a || last === 0x0d ? '' : '\n';
  const located = new Map<number, Located>();
  let added = lead;
  for (const { number, generation, body } of objects) {
    located.set(number, { offset: file.bytes.length + added.length, generation });
    added += `${number} ${generation} obj\n${body}\nendobj\n`;
  }
  const xrefStart = file.bytes.length + added.length;
  const next = Math.max(nextObjectNumber(file), ...objects.map(({ number }) => number + 1));
  if (file.newestSection.isStream) {
    located.set(next, { offset: xrefStart, generation: 0 });
    added += writeStream(next, located, trailerValues(file, next + 1, added));
  } else {
    added += writeTable(located, trailerValues(file, next, added));
  }
  added += `startxref\n${xrefStart}\n%%EOF\n`;
  const offsets = new Map([...located].map(([number, { offset }]) => [number, offset]));
  return { bytes: Buffer.concat([file.bytes, Buffer.from(added, 'latin1')]), offsets };
}
