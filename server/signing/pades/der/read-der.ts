/** `raw` is the whole encoding, `content` what the length counts. `tag` is the first byte: tag numbers above 30 do not occur here. */
export interface DerNode {
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
}

export class DerMalformed extends Error {}

const MAX_DEPTH = 40;

interface Head {
  readonly tag: number;
  readonly headerLength: number;
  /** Undefined: indefinite length, ends with two zero bytes. */
  readonly length: number | undefined;
}

function readHead(bytes: Uint8Array): Head {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerMalformed('Tag');
  if (first < 0x80) return { tag, headerLength: 2, length: first };
  if (first === 0x80) {
    if ((tag & 0x20) === 0) throw new DerMalformed('Indefinite primitive');
    return { tag, headerLength: 2, length: undefined };
  }
  const count = first & 0x7f;
  if (count > 4 || bytes.length < 2 + count) throw new DerMalformed('Length');
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return { tag, headerLength: 2 + count, length };
}

function indefiniteEnd(bytes: Uint8Array, from: number, depth: number): number {
  let at = from;
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) at += readValue(bytes.subarray(at), depth + 1).raw.length;
  return at;
}

function readValue(bytes: Uint8Array, depth: number): DerNode {
  if (depth > MAX_DEPTH) throw new DerMalformed('Too deep');
  const { tag, headerLength, length } = readHead(bytes);
  if (length === undefined) {
    const end = indefiniteEnd(bytes, headerLength, depth);
    return { tag, raw: bytes.subarray(0, end + 2), content: bytes.subarray(headerLength, end) };
  }
  const end = headerLength + length;
  if (end > bytes.length) throw new DerMalformed('Truncated');
  return { tag, raw: bytes.subarray(0, end), content: bytes.subarray(headerLength, end) };
}

/** The value at the start of `bytes`; what follows is ignored. */
export function readFirstDer(bytes: Uint8Array): DerNode {
  return readValue(bytes, 0);
}

/** The one value that fills `bytes`. */
export function readDer(bytes: Uint8Array, tag?: number): DerNode {
  const node = readValue(bytes, 0);
  if (node.raw.length !== bytes.length) throw new DerMalformed('Trailing bytes');
  return tag === undefined ? node : expectTag(node, tag);
}

export function childrenOf(node: DerNode | undefined, tag?: number): DerNode[] {
  if (node === undefined || (node.tag & 0x20) === 0) throw new DerMalformed('Not constructed');
  if (tag !== undefined) expectTag(node, tag);
  const children: DerNode[] = [];
  for (let at = 0; at < node.content.length;) {
    const child = readValue(node.content.subarray(at), 0);
    children.push(child);
    at += child.raw.length;
  }
  return children;
}

export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerMalformed(`Expected tag ${tag}`);
  return node;
}

/** Also joins the pieces of a constructed OCTET STRING (BER). */
export function octetsOf(node: DerNode | undefined): Uint8Array {
  if (node?.tag === 0x24) return Buffer.concat(childrenOf(node).map(octetsOf));
  return expectTag(node, 0x04).content;
}

export function bitsOf(node: DerNode | undefined): Uint8Array {
  const { content } = expectTag(node, 0x03);
  if (content[0] !== 0) throw new DerMalformed('Unused bits');
  return content.subarray(1);
}

export function oidOf(node: DerNode | undefined): string {
  const { content } = expectTag(node, 0x06);
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const [index, byte] of content.entries()) {
    if (index > 64) throw new DerMalformed('Object identifier');
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [head = 0n, ...others] = arcs;
  const first = head < 80n ? head / 40n : 2n;
  return [first, head - first * 40n, ...others].join('.');
}

/** Upper-case hexadecimal without leading zeros, as node's `X509Certificate.serialNumber`. */
export function integerHexOf(node: DerNode | undefined): string {
  const hex = Buffer.from(expectTag(node, 0x02).content).toString('hex').toUpperCase();
  const trimmed = hex.replace(/^(00)+(?=.)/, '');
  return trimmed === '' ? '00' : trimmed;
}

export function smallIntegerOf(node: DerNode | undefined): number {
  const { content } = expectTag(node, 0x02);
  if (content.length > 4 || (content[0] ?? 0xff) >= 0x80) throw new DerMalformed('Integer');
  return content.reduce((sum, byte) => sum * 256 + byte, 0);
}

const TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/;

export function timeOf(node: DerNode | undefined): Date {
  if (node?.tag !== 0x17 && node?.tag !== 0x18) throw new DerMalformed('Time');
  const text = Buffer.from(node.content).toString('latin1');
  const full = node.tag === 0x18 ? text : `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}`;
  const iso = TIME.test(full) ? full.replace(TIME, '$1-$2-$3T$4:$5:$6Z') : '';
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) throw new DerMalformed('Time');
  return date;
}
