import { ByteCursor } from './byte-cursor.ts';
import type { Contents, FoundPart } from './found-part.ts';
import { readTnefProperties, type TnefProperties } from './read-tnef-properties.ts';

const SIGNATURE = 0x223e9f78;
const LEVEL = { message: 1, attachment: 2 } as const;
// MS-OXTNEF 2.1.3.2 and 2.1.3.3: the attributes that files are made of.
const ATTRIBUTE = {
  codepage: 0x00069007,
  renderData: 0x00069002,
  title: 0x00018010,
  data: 0x0006800f,
  properties: 0x00069005,
} as const;
const PROPERTY = { longName: 0x3707, data: 0x3701, contentId: 0x3712, mediaType: 0x370e, displayName: 0x3001 } as const;
/** An interface identifier stands before the object (IID_IMessage). */
const INTERFACE_BYTES = 16;

interface Draft {
  title: string;
  data: Buffer | undefined;
  properties: TnefProperties;
}

/**
 * The files in a winmail.dat (MS-OXTNEF). Every length and checksum is checked; reading stops at the first that is wrong
 * and gives the files that were whole until then.
 */
export function readTnef(bytes: Buffer): Contents {
  const drafts: Draft[] = [];
  let isWhole = true;
  try {
    for (const attribute of attributes(bytes)) isWhole = addTo(drafts, attribute) && isWhole;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    isWhole = false;
    drafts.pop();
  }
  const parts = drafts.map(asPart);
  const found = parts.filter((part) => part !== null);
  return { title: null, text: '', parts: found, isWhole: isWhole && found.length === parts.length };
}

interface Attribute {
  readonly id: number;
  readonly data: Buffer;
  readonly encoding: string;
}

function* attributes(bytes: Buffer): Generator<Attribute> {
  const cursor = new ByteCursor(bytes);
  if (cursor.uint32() !== SIGNATURE) throw new RangeError('not a TNEF stream');
  cursor.uint16();
  let encoding = 'windows-1252';
  while (!cursor.isAtEnd()) {
    const level = cursor.uint8();
    if (level !== LEVEL.message && level !== LEVEL.attachment) throw new RangeError('unknown level');
    const id = cursor.uint32();
    const data = cursor.take(cursor.uint32());
    if (checksum(data) !== cursor.uint16()) throw new RangeError('wrong checksum');
    if (id === ATTRIBUTE.codepage && data.length >= 4) encoding = encodingOf(data.readUInt32LE(0));
    if (level === LEVEL.attachment) yield { id, data, encoding };
  }
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (const byte of data) sum += byte;
  return sum & 0xffff;
}

function encodingOf(codepage: number): string {
  const label = codepage === 65001 ? 'utf-8' : `windows-${codepage}`;
  return /^(utf-8|windows-(874|125[0-8]))$/.test(label) ? label : 'windows-1252';
}

/** False when the properties of a file cannot be read; its bytes may still be there. */
function addTo(drafts: Draft[], { id, data, encoding }: Attribute): boolean {
  if (id === ATTRIBUTE.renderData) drafts.push({ title: '', data: undefined, properties: new Map() });
  const draft = drafts.at(-1);
  if (draft === undefined) throw new RangeError('attachment without render data');
  if (id === ATTRIBUTE.title) draft.title = new TextDecoder(encoding).decode(data).split('\0')[0] ?? '';
  if (id === ATTRIBUTE.data) draft.data = data;
  if (id !== ATTRIBUTE.properties) return true;
  const properties = readTnefProperties(data, encoding);
  draft.properties = properties ?? draft.properties;
  return properties !== null;
}

/** Null for links and objects without bytes. */
function asPart({ title, data, properties }: Draft): FoundPart | null {
  const object = properties.get(PROPERTY.data);
  const bytes = data ?? (Buffer.isBuffer(object) ? withoutInterface(object) : undefined);
  if (bytes === undefined) return null;
  const fileName = textOf(properties, PROPERTY.longName) ?? (title || textOf(properties, PROPERTY.displayName));
  const mediaType = textOf(properties, PROPERTY.mediaType)?.toLowerCase() ?? 'application/octet-stream';
  return { fileName, mediaType, bytes, isInline: properties.has(PROPERTY.contentId) };
}

function withoutInterface(object: Buffer): Buffer {
  const isMessage = object.length > INTERFACE_BYTES + 4 && object.readUInt32LE(INTERFACE_BYTES) === SIGNATURE;
  return isMessage ? object.subarray(INTERFACE_BYTES) : object;
}

function textOf(properties: TnefProperties, id: number): string | undefined {
  const value = properties.get(id);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
