import { decodeStream } from './decode-stream.ts';
import { PdfLexer } from './pdf-lexer.ts';
import {
  entriesOf,
  isArray,
  isDict,
  isRef,
  isStream,
  nameOf,
  type PdfArray,
  type PdfEntries,
  PdfMalformed,
  type PdfRef,
  type PdfValue,
} from './pdf-value.ts';
import { readXrefSection, type XrefEntry, type XrefSection } from './read-xref.ts';

export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where the object stands in the file; equal for an object inside an object stream. */
  readonly start: number;
  readonly end: number;
}

const MAX_SECTIONS = 300;
const MAX_UNPACKED = 128 * 1024 * 1024;
const END = /^startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/;

type LengthOf = (value: PdfValue | undefined) => number;

function directLength(value: PdfValue | undefined): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new PdfMalformed('Stream length');
  return value;
}

function readStreamData(lexer: PdfLexer, length: number): Uint8Array {
  const { bytes } = lexer;
  if (bytes[lexer.at] === 0x0d) lexer.at++;
  if (bytes[lexer.at++] !== 0x0a) throw new PdfMalformed('Line end after stream');
  const data = bytes.subarray(lexer.at, lexer.at + length);
  if (data.length !== length) throw new PdfMalformed('Stream too short');
  lexer.at += length;
  lexer.expectWord('endstream');
  return data;
}

function readObjectAt(bytes: Uint8Array, offset: number, lengthOf: LengthOf): PdfObject {
  const lexer = new PdfLexer(bytes, offset);
  lexer.skipSpace();
  const start = lexer.at;
  const number = lexer.readInteger();
  const generation = lexer.readInteger();
  lexer.expectWord('obj');
  let value = lexer.readValue();
  if (isDict(value) && lexer.tryWord('stream')) {
    value = {
      kind: 'stream',
      entries: value.entries,
      data: readStreamData(lexer, lengthOf(value.entries.get('Length'))),
    };
  }
  lexer.expectWord('endobj');
  return { number, generation, value, start, end: lexer.at };
}

function lastXrefOffset(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2048).toString('latin1');
  const offset = END.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))?.[1];
  if (offset === undefined) throw new PdfMalformed('No startxref at the end');
  return Number(offset);
}

function offsetIn(trailer: PdfEntries, key: string): number | undefined {
  const value = trailer.get(key);
  if (value === undefined) return undefined;
  return directLength(value);
}

/** What a table calls free only because old readers must not see it, the stream beside it knows (ISO 32000-1 7.5.8.4). */
function joinHybrid(table: XrefSection, stream: XrefSection): XrefSection[] {
  const isHidden = (number: number, entry: XrefEntry): boolean => entry.kind === 'free' && stream.entries.has(number);
  const entries = new Map([...table.entries].filter(([number, entry]) => !isHidden(number, entry)));
  return [{ ...table, entries }, stream];
}

function readSections(bytes: Uint8Array): XrefSection[] {
  const streamAt = (offset: number) => {
    const { number, value, end } = readObjectAt(bytes, offset, directLength);
    if (!isStream(value)) throw new PdfMalformed('Cross-reference stream');
    return { number, stream: value, end };
  };
  const sections: XrefSection[] = [];
  const seen = new Set<number>();
  const read = (offset: number): XrefSection => {
    if (seen.has(offset) || seen.size > MAX_SECTIONS) throw new PdfMalformed('Cross-reference loop');
    seen.add(offset);
    return readXrefSection(bytes, offset, streamAt);
  };
  for (let next: number | undefined = lastXrefOffset(bytes); next !== undefined;) {
    const section = read(next);
    const hybridOffset = section.isStream ? undefined : offsetIn(section.trailer, 'XRefStm');
    sections.push(...(hybridOffset === undefined ? [section] : joinHybrid(section, read(hybridOffset))));
    next = offsetIn(section.trailer, 'Prev');
  }
  return sections;
}

/** One revision of a PDF as its cross-reference chain tells it; nothing is repaired. Reading throws `PdfMalformed`. */
export class PdfFile {
  readonly bytes: Uint8Array;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly trailer: PdfEntries;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly #objects = new Map<number, PdfObject | undefined>();
  readonly #containers = new Map<number, PdfObject[]>();
  readonly #open = new Set<number>();
  #unpacked = 0;

  constructor(bytes: Uint8Array) {
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new PdfMalformed('No PDF header');
    this.bytes = bytes;
    this.sections = readSections(bytes);
    const [newest] = this.sections;
    if (newest === undefined) throw new PdfMalformed('No trailer');
    this.trailer = newest.trailer;
    const entries = new Map<number, XrefEntry>();
    for (const section of this.sections) {
      for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry);
    }
    this.entries = entries;
  }

  get isEncrypted(): boolean {
    return this.sections.some(({ trailer }) => trailer.has('Encrypt'));
  }

  get newestSection(): XrefSection {
    const [newest] = this.sections;
    if (newest === undefined) throw new PdfMalformed('No trailer');
    return newest;
  }

  get rootRef(): PdfRef {
    const root = this.trailer.get('Root');
    if (!isRef(root)) throw new PdfMalformed('No catalog');
    return root;
  }

  get root(): PdfEntries {
    const root = this.resolve(this.rootRef);
    if (!isDict(root)) throw new PdfMalformed('No catalog');
    return root.entries;
  }

  object(number: number): PdfObject | undefined {
    if (this.#objects.has(number)) return this.#objects.get(number);
    const entry = this.entries.get(number);
    if (entry === undefined || entry.kind === 'free') return undefined;
    if (this.#open.has(number)) throw new PdfMalformed('Object needs itself');
    this.#open.add(number);
    const object = entry.kind === 'plain' ? this.#readPlain(number, entry) : this.#readPacked(number, entry);
    this.#open.delete(number);
    this.#objects.set(number, object);
    return object;
  }

  /** The object an entry of this file's own sections points at, also when a newer section replaces it. */
  objectAt(offset: number): PdfObject {
    return readObjectAt(this.bytes, offset, (length) => directLength(this.resolve(length)));
  }

  #readPlain(number: number, entry: XrefEntry & { kind: 'plain' }): PdfObject {
    const object = this.objectAt(entry.offset);
    if (object.number !== number || object.generation !== entry.generation) throw new PdfMalformed('Wrong object');
    return object;
  }

  #readPacked(number: number, entry: XrefEntry & { kind: 'packed' }): PdfObject {
    const objects = this.#containers.get(entry.container) ?? this.#unpack(entry.container);
    const object = objects[entry.index];
    if (object?.number !== number) throw new PdfMalformed('Object stream index');
    return object;
  }

  #unpack(container: number): PdfObject[] {
    if (this.entries.get(container)?.kind !== 'plain') throw new PdfMalformed('Object stream');
    const stream = this.object(container)?.value;
    if (!isStream(stream) || nameOf(stream.entries.get('Type')) !== 'ObjStm') throw new PdfMalformed('Object stream');
    const data = decodeStream(stream);
    this.#unpacked += data.length;
    if (this.#unpacked > MAX_UNPACKED) throw new PdfMalformed('Object streams too large');
    const first = directLength(stream.entries.get('First'));
    const count = directLength(stream.entries.get('N'));
    if (count > data.length) throw new PdfMalformed('Object stream');
    const header = new PdfLexer(data);
    const objects: PdfObject[] = [];
    for (let index = 0; index < count; index++) {
      const number = header.readInteger();
      const value = new PdfLexer(data, first + header.readInteger()).readValue();
      objects.push({ number, generation: 0, value, start: 0, end: 0 });
    }
    this.#containers.set(container, objects);
    return objects;
  }

  /** Follows references to the value they mean; a reference to nothing is null (ISO 32000-1 7.3.10). */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let hops = 0; isRef(current); hops++) {
      if (hops > 20) throw new PdfMalformed('Reference loop');
      const object = this.object(current.number);
      current = object?.generation === current.generation ? object.value : null;
    }
    return current;
  }

  dictOf(value: PdfValue | undefined): PdfEntries | undefined {
    return entriesOf(this.resolve(value));
  }

  arrayOf(value: PdfValue | undefined): PdfArray {
    const resolved = this.resolve(value);
    return isArray(resolved) ? resolved : [];
  }
}
