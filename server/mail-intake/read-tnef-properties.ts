import { ByteCursor } from './byte-cursor.ts';

/** Strings decoded, binaries and objects as bytes; other types are skipped. By property id. */
export type TnefProperties = Map<number, string | Buffer>;

const MULTIPLE = 0x1000;
const NAMED_FROM = 0x8000;
const NAMED_BY_STRING = 1;
// MS-OXCDATA 2.11.1; the values of one property fill up to four bytes (MS-OXTNEF 2.1.3.4).
const FIXED_BYTES: Record<number, number> = {
  0x0001: 0,
  0x0002: 2,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 2,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const OBJECT = 0x000d;
const STRING_8 = 0x001e;
const STRING = 0x001f;
const BINARY = 0x0102;

/** A MsgPropertyList (MS-OXTNEF 2.1.3.4). Null when a length is wrong or a type unknown. */
export function readTnefProperties(bytes: Buffer, encoding: string): TnefProperties | null {
  const properties: TnefProperties = new Map();
  try {
    const cursor = new ByteCursor(bytes);
    for (let left = cursor.uint32(); left > 0; left -= 1) readProperty(cursor, encoding, properties);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
  return properties;
}

function readProperty(cursor: ByteCursor, encoding: string, properties: TnefProperties): void {
  const type = cursor.uint16();
  const id = cursor.uint16();
  if (id >= NAMED_FROM) skipName(cursor);
  const value = readValue(cursor, type, encoding);
  if (value !== null) properties.set(id, value);
}

function skipName(cursor: ByteCursor): void {
  cursor.take(16);
  if (cursor.uint32() === NAMED_BY_STRING) cursor.takePadded(cursor.uint32());
  else cursor.uint32();
}

/** The value of a single property that the reader has a use for, else null. */
function readValue(cursor: ByteCursor, type: number, encoding: string): string | Buffer | null {
  const single = type & ~MULTIPLE;
  const isMultiple = single !== type;
  const fixed = FIXED_BYTES[single];
  if (fixed !== undefined) {
    cursor.takePadded(fixed * (isMultiple ? cursor.uint32() : 1));
    return null;
  }
  if (![OBJECT, STRING_8, STRING, BINARY].includes(single)) throw new RangeError('unknown property type');
  let last: Buffer | null = null;
  for (let left = cursor.uint32(); left > 0; left -= 1) last = cursor.takePadded(cursor.uint32());
  return isMultiple || last === null ? null : decode(last, single, encoding);
}

function decode(bytes: Buffer, type: number, encoding: string): string | Buffer {
  if (type === STRING) return new TextDecoder('utf-16le').decode(bytes).split('\0')[0] ?? '';
  if (type === STRING_8) return new TextDecoder(encoding).decode(bytes).split('\0')[0] ?? '';
  return bytes;
}
