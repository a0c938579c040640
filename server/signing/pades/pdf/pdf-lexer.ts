import { isDict, name, type PdfDict, PdfMalformed, type PdfString, type PdfValue, ref } from './pdf-value.ts';

const MAX_DEPTH = 64;
const WHITE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%', 'latin1'));
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads the syntax of ISO 32000-1 7.2 and 7.3 strictly: what readers are known to mend differently is refused. */
export class PdfLexer {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) this.#skipLine();
      else if (WHITE.has(byte)) this.at++;
      else return;
    }
  }

  #skipLine(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d) this.at++;
  }

  /** The next run of regular characters; empty before a delimiter or the end. */
  readWord(): string {
    this.skipSpace();
    const start = this.at;
    while (this.at < this.bytes.length && this.#isRegular(this.bytes[this.at])) this.at++;
    if (this.at - start > 4096) throw new PdfMalformed('Token too long');
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, this.at - start).toString('latin1');
  }

  #isRegular(byte: number | undefined): boolean {
    return byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte);
  }

  expectWord(word: string): void {
    if (this.readWord() !== word) throw new PdfMalformed(`Expected ${word}`);
  }

  tryWord(word: string): boolean {
    const start = this.at;
    if (this.readWord() === word) return true;
    this.at = start;
    return false;
  }

  readInteger(): number {
    const word = this.readWord();
    if (!/^\d{1,15}$/.test(word)) throw new PdfMalformed('Expected an integer');
    return Number(word);
  }

  readValue(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfMalformed('Too deep');
    this.skipSpace();
    switch (this.bytes[this.at]) {
      case 0x2f:
        return this.#readName();
      case 0x28:
        return this.#readLiteral();
      case 0x5b:
        return this.#readArray(depth);
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.#readDict(depth) : this.#readHex();
      default:
        return this.#readPlain();
    }
  }

  readDict(): PdfDict {
    const value = this.readValue();
    if (!isDict(value)) throw new PdfMalformed('Expected a dictionary');
    return value;
  }

  #readPlain(): PdfValue {
    const word = this.readWord();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!NUMBER.test(word)) throw new PdfMalformed('Unknown token');
    return /^\d{1,10}$/.test(word) ? this.#readRefOrInteger(Number(word)) : Number(word);
  }

  #readRefOrInteger(number: number): PdfValue {
    const start = this.at;
    const generation = this.readWord();
    if (/^\d{1,5}$/.test(generation) && this.readWord() === 'R') return ref(number, Number(generation));
    this.at = start;
    return number;
  }

  #readName(): PdfValue {
    this.at++;
    const start = this.at;
    while (this.at < this.bytes.length && this.#isRegular(this.bytes[this.at])) this.at++;
    const raw = Buffer.from(this.bytes.subarray(start, this.at)).toString('latin1');
    return name(raw.replaceAll(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))));
  }

  #readArray(depth: number): PdfValue {
    this.at++;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x5d) break;
      items.push(this.readValue(depth + 1));
    }
    this.at++;
    return items;
  }

  #readDict(depth: number): PdfValue {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) throw new PdfMalformed('Dictionary key');
      const key = this.#readName() as { name: string };
      if (entries.has(key.name)) throw new PdfMalformed('Dictionary key twice');
      entries.set(key.name, this.readValue(depth + 1));
    }
    this.at += 2;
    return { kind: 'dict', entries };
  }

  #readHex(): PdfString {
    const start = this.at;
    const close = this.bytes.indexOf(0x3e, start);
    if (close < 0) throw new PdfMalformed('String without end');
    const text = Buffer.from(this.bytes.subarray(start + 1, close))
      .toString('latin1')
      .replaceAll(/\s/g, '');
    if (!/^[0-9a-fA-F]*$/.test(text)) throw new PdfMalformed('Hexadecimal string');
    this.at = close + 1;
    return {
      kind: 'string',
      bytes: Buffer.from(text.length % 2 === 0 ? text : `${text}0`, 'hex'),
      start,
      end: this.at,
    };
  }

  #readLiteral(): PdfString {
    const start = this.at++;
    const bytes: number[] = [];
    for (let open = 1; open > 0;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new PdfMalformed('String without end');
      if (byte === 0x5c) bytes.push(...this.#readEscape());
      else if (byte === 0x0d) bytes.push(this.#readLineEnd());
      else {
        if (byte === 0x28) open++;
        if (byte === 0x29) open--;
        if (open > 0) bytes.push(byte);
      }
    }
    return { kind: 'string', bytes: Uint8Array.from(bytes), start, end: this.at };
  }

  #readLineEnd(): number {
    if (this.bytes[this.at] === 0x0a) this.at++;
    return 0x0a;
  }

  #readEscape(): number[] {
    const byte = this.bytes[this.at++] ?? 0;
    if (byte === 0x0a) return [];
    if (byte === 0x0d) {
      this.#readLineEnd();
      return [];
    }
    const character = String.fromCharCode(byte);
    if (!/[0-7]/.test(character)) return [ESCAPES[character] ?? byte];
    let octal = character;
    while (octal.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.at] ?? 0))) {
      octal += String.fromCharCode(this.bytes[this.at++] ?? 0);
    }
    return [parseInt(octal, 8) & 0xff];
  }
}
