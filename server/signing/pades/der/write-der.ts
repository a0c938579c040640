function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.of(tag), lengthBytes(length), ...content]);
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => tagged(0x30, ...content);
export const octetString = (bytes: Uint8Array): Buffer => tagged(0x04, bytes);
export const nullValue = (): Buffer => Buffer.of(0x05, 0x00);
export const booleanTrue = (): Buffer => Buffer.of(0x01, 0x01, 0xff);
export const enumerated = (value: number): Buffer => tagged(0x0a, Buffer.of(value));
export const utf8String = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'));
export const printableString = (text: string): Buffer => tagged(0x13, Buffer.from(text, 'latin1'));
export const bmpString = (text: string): Buffer => tagged(0x1e, Buffer.from(text, 'utf16le').swap16());
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer => tagged(0x03, Buffer.of(unusedBits), bytes);
/** Context-specific and constructed, `[n]`. */
export const explicit = (n: number, ...content: readonly Uint8Array[]): Buffer => tagged(0xa0 | n, ...content);
/** Context-specific and primitive, `[n] IMPLICIT`. */
export const implicit = (n: number, bytes: Uint8Array): Buffer => tagged(0x80 | n, bytes);

export function setOf(...content: readonly Uint8Array[]): Buffer {
  return tagged(0x31, ...[...content].sort((a, b) => Buffer.compare(a, b)));
}

/** Bytes are taken as an unsigned big-endian number. */
export function integer(value: number | Uint8Array): Buffer {
  let bytes = typeof value === 'number' ? Buffer.from(evenHex(value.toString(16)), 'hex') : Buffer.from(value);
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  return (bytes[0] ?? 0) >= 0x80 ? tagged(0x02, Buffer.of(0), bytes) : tagged(0x02, bytes);
}

function evenHex(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}

export function objectIdentifier(oid: string): Buffer {
  const [first = 0n, second = 0n, ...others] = oid.split('.').map(BigInt);
  const bytes: number[] = [];
  for (const arc of [first * 40n + second, ...others]) bytes.push(...base128(arc));
  return tagged(0x06, Buffer.from(bytes));
}

function base128(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80);
  return bytes;
}

function digits(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}

export const generalizedTime = (date: Date): Buffer => tagged(0x18, Buffer.from(digits(date), 'latin1'));

/** UTCTime through 2049, GeneralizedTime after (RFC 5280 4.1.2.5). */
export function time(date: Date): Buffer {
  const year = date.getUTCFullYear();
  if (year < 1950 || year > 2049) return generalizedTime(date);
  return tagged(0x17, Buffer.from(digits(date).slice(2), 'latin1'));
}
