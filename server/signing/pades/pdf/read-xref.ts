import { decodeStream } from './decode-stream.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { isArray, nameOf, type PdfEntries, PdfMalformed, type PdfStream, type PdfValue } from './pdf-value.ts';

export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number };

/** One cross-reference section with its trailer, occupying `start` to `end` of the file. */
export interface XrefSection {
  readonly start: number;
  readonly end: number;
  readonly isStream: boolean;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfEntries;
}

export const MAX_OBJECTS = 1_000_000;

interface StreamObject {
  readonly number: number;
  readonly stream: PdfStream;
  readonly end: number;
}

export type StreamAt = (offset: number) => StreamObject;

function addTableEntry(lexer: PdfLexer, number: number, entries: Map<number, XrefEntry>): void {
  const offset = lexer.readInteger();
  const generation = lexer.readInteger();
  const kind = lexer.readWord();
  if ((kind !== 'n' && kind !== 'f') || entries.has(number)) throw new PdfMalformed('Cross-reference entry');
  entries.set(number, kind === 'n' ? { kind: 'plain', offset, generation } : { kind: 'free' });
}

function readTable(bytes: Uint8Array, start: number): XrefSection {
  const lexer = new PdfLexer(bytes, start);
  lexer.expectWord('xref');
  const entries = new Map<number, XrefEntry>();
  while (!lexer.tryWord('trailer')) {
    const first = lexer.readInteger();
    const count = lexer.readInteger();
    if (first + count > MAX_OBJECTS) throw new PdfMalformed('Too many objects');
    for (let index = 0; index < count; index++) addTableEntry(lexer, first + index, entries);
  }
  const trailer = lexer.readDict().entries;
  return { start, end: lexer.at, isStream: false, entries, trailer };
}

function integersOf(value: PdfValue | undefined): number[] {
  if (!isArray(value)) throw new PdfMalformed('Expected integers');
  return value.map((item) => {
    if (typeof item !== 'number' || !Number.isInteger(item) || item < 0) throw new PdfMalformed('Expected an integer');
    return item;
  });
}

function streamEntry(kind: number, second: number, third: number): XrefEntry {
  if (kind === 0) return { kind: 'free' };
  if (kind === 1) return { kind: 'plain', offset: second, generation: third };
  if (kind === 2) return { kind: 'packed', container: second, index: third };
  throw new PdfMalformed('Cross-reference entry');
}

/** Reads one big-endian number of the given width after the other. */
function fieldReader(data: Uint8Array): (width: number, otherwise: number) => number {
  let at = 0;
  return (width, otherwise) => {
    if (at + width > data.length) throw new PdfMalformed('Cross-reference stream too short');
    let value = width === 0 ? otherwise : 0;
    for (let i = 0; i < width; i++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
}

/** Type, offset and generation widths of ISO 32000-1 table 17. */
function widthsOf(stream: PdfStream): readonly [number, number, number] {
  const [type, second, third, ...others] = integersOf(stream.entries.get('W'));
  if (type === undefined || second === undefined || third === undefined || others.length > 0) {
    throw new PdfMalformed('Field widths');
  }
  if (Math.max(type, second, third) > 8) throw new PdfMalformed('Field widths');
  return [type, second, third];
}

function subsectionsOf(stream: PdfStream): number[] {
  const index = stream.entries.get('Index');
  return integersOf(index ?? [0, stream.entries.get('Size') ?? null]);
}

function readStreamEntries(stream: PdfStream): Map<number, XrefEntry> {
  const [typeWidth, secondWidth, thirdWidth] = widthsOf(stream);
  const subsections = subsectionsOf(stream);
  const field = fieldReader(decodeStream(stream));
  const entries = new Map<number, XrefEntry>();
  for (let pair = 0; pair + 1 < subsections.length; pair += 2) {
    const [first = 0, count = 0] = subsections.slice(pair, pair + 2);
    if (first + count > MAX_OBJECTS) throw new PdfMalformed('Too many objects');
    for (let number = first; number < first + count; number++) {
      if (entries.has(number)) throw new PdfMalformed('Cross-reference entry twice');
      entries.set(number, streamEntry(field(typeWidth, 1), field(secondWidth, 0), field(thirdWidth, 0)));
    }
  }
  return entries;
}

/** The section at `start`. `streamAt` reads the indirect stream object at an offset without looking anything up. */
export function readXrefSection(bytes: Uint8Array, start: number, streamAt: StreamAt): XrefSection {
  if (start >= bytes.length) throw new PdfMalformed('Cross-reference offset');
  if (new PdfLexer(bytes, start).tryWord('xref')) return readTable(bytes, start);
  const { stream, end } = streamAt(start);
  if (nameOf(stream.entries.get('Type')) !== 'XRef') throw new PdfMalformed('Cross-reference stream');
  return { start, end, isStream: true, entries: readStreamEntries(stream), trailer: stream.entries };
}
