import { entriesOf, isArray, isRef, PdfMalformed, type PdfValue } from './pdf-value.ts';
import type { PdfFile } from './pdf-file.ts';

const MAX_OBJECTS = 300_000;

function refsIn(value: PdfValue, found: number[]): void {
  if (isRef(value)) found.push(value.number);
  else if (isArray(value)) for (const item of value) refsIn(item, found);
  else for (const item of entriesOf(value)?.values() ?? []) refsIn(item, found);
}

/** The numbers of all objects that `roots` lead to, those that are referred to but missing included. */
export function walkReachable(file: PdfFile, roots: readonly PdfValue[]): Set<number> {
  const reached = new Set<number>();
  const waiting: number[] = [];
  for (const root of roots) refsIn(root, waiting);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue;
    reached.add(number);
    if (reached.size > MAX_OBJECTS) throw new PdfMalformed('Too many objects');
    refsIn(file.object(number)?.value ?? null, waiting);
  }
  return reached;
}
