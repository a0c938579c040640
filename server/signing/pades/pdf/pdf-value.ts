export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** `start` and `end` are the offsets of the token, brackets included, in the bytes it was read from. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

export interface PdfRef {
  readonly kind: 'ref';
  readonly number: number;
  readonly generation: number;
}

export type PdfEntries = ReadonlyMap<string, PdfValue>;

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: PdfEntries;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: PdfEntries;
  readonly data: Uint8Array;
}

export type PdfArray = readonly PdfValue[];
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfDict | PdfStream | PdfArray;

/** The file breaks ISO 32000 in a place where readers would differ about what it shows. */
export class PdfMalformed extends Error {}

export const name = (text: string): PdfName => ({ kind: 'name', name: text });
export const ref = (number: number, generation = 0): PdfRef => ({ kind: 'ref', number, generation });
export const dict = (entries: Record<string, PdfValue>): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
});
export const text = (bytes: Uint8Array): PdfString => ({ kind: 'string', bytes, start: 0, end: 0 });

export function isArray(value: PdfValue | undefined): value is PdfArray {
  return Array.isArray(value);
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && !isArray(value) && value.kind === 'ref';
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return typeof value === 'object' && value !== null && !isArray(value) && value.kind === 'dict';
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && !isArray(value) && value.kind === 'stream';
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && value !== null && !isArray(value) && value.kind === 'string';
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || isArray(value) || value.kind !== 'name') return undefined;
  return value.name;
}

export function entriesOf(value: PdfValue | undefined): PdfEntries | undefined {
  return isDict(value) || isStream(value) ? value.entries : undefined;
}

function sameEntries(a: PdfEntries, b: PdfEntries): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key) ?? null));
}

type PdfObjectValue = Exclude<PdfValue, null | boolean | number | PdfArray>;

function writeToken(value: PdfObjectValue): string | undefined {
  if (value.kind === 'name') return `/${value.name}`;
  return value.kind === 'ref' ? `${value.number} ${value.generation} R` : undefined;
}

function sameObject(a: PdfObjectValue, b: PdfObjectValue): boolean {
  if (a.kind === 'name' || a.kind === 'ref') return writeToken(a) === writeToken(b);
  if (a.kind === 'string') return b.kind === 'string' && Buffer.compare(a.bytes, b.bytes) === 0;
  if (a.kind === 'dict') return b.kind === 'dict' && sameEntries(a.entries, b.entries);
  return b.kind === 'stream' && sameEntries(a.entries, b.entries) && Buffer.compare(a.data, b.data) === 0;
}

/** Equal as written: references are compared, not followed. */
export function sameValue(a: PdfValue, b: PdfValue): boolean {
  if (typeof a !== 'object' || a === null) return a === b;
  if (isArray(a))
    return isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? null));
  return typeof b === 'object' && b !== null && !isArray(b) && sameObject(a, b);
}
