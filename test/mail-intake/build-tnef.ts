/** Writes winmail.dat files (MS-OXTNEF) for tests. */
export interface TnefFile {
  readonly title: string;
  readonly longName?: string;
  readonly bytes: Buffer;
  /** Written as an embedded object in the properties instead of attAttachData. */
  readonly isObject?: boolean;
}

const IID_IMESSAGE = Buffer.from('0703020000000000c000000000000046', 'hex');

export function buildTnef(files: readonly TnefFile[]): Buffer {
  const head = Buffer.from('789f3e220100', 'hex');
  const version = attribute(1, 0x00089006, uint32(0x00010000));
  const codepage = attribute(1, 0x00069007, Buffer.concat([uint32(1252), uint32(0)]));
  const messageProperties = attribute(1, 0x00069003, propertyList([number(0x0e07, 1)]));
  return Buffer.concat([head, version, codepage, messageProperties, ...files.flatMap(fileAttributes)]);
}

function fileAttributes({ title, longName, bytes, isObject }: TnefFile): Buffer[] {
  const properties = [
    number(0x3705, isObject === true ? 5 : 1),
    named(),
    ...(longName === undefined ? [] : [unicode(0x3707, longName)]),
    ...(isObject === true ? [variable(0x000d, 0x3701, Buffer.concat([IID_IMESSAGE, bytes]))] : []),
  ];
  return [
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
    ...(isObject === true ? [] : [attribute(2, 0x0006800f, bytes)]),
    attribute(2, 0x00069005, propertyList(properties)),
  ];
}

export function attribute(level: number, id: number, data: Buffer): Buffer {
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0));
  return Buffer.concat([Buffer.from([level]), uint32(id), uint32(data.length), data, checksum]);
}

function propertyList(properties: Buffer[]): Buffer {
  return Buffer.concat([uint32(properties.length), ...properties]);
}

const number = (id: number, value: number) => Buffer.concat([tag(0x0003, id), uint32(value)]);
const unicode = (id: number, text: string) => variable(0x001f, id, Buffer.from(`${text}\0`, 'utf16le'));

/** A named property (by string) with several short values: what a reader has to skip. */
function named(): Buffer {
  const name = Buffer.from('x-uji\0', 'utf16le');
  const values = [uint32(3), padded(Buffer.from('070008000900', 'hex'))];
  return Buffer.concat([
    tag(0x1002, 0x8001),
    Buffer.alloc(16, 9),
    uint32(1),
    uint32(name.length),
    padded(name),
    ...values,
  ]);
}

function variable(type: number, id: number, value: Buffer): Buffer {
  return Buffer.concat([tag(type, id), uint32(1), uint32(value.length), padded(value)]);
}

function tag(type: number, id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(id, 2);
  return bytes;
}

function padded(value: Buffer): Buffer {
  return Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
