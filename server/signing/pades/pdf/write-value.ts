import { isArray, type PdfString, type PdfValue } from './pdf-value.ts';

function writeName(text: string): string {
  return `/${text.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function writeString(value: PdfString): string {
  const plain = Buffer.from(value.bytes).toString('latin1');
  return /^[ -~]*$/.test(plain) && !/[()\\]/.test(plain)
    ? `(${plain})`
    : `<${Buffer.from(value.bytes).toString('hex')}>`;
}

/** Latin-1 text of any value but a stream, which stands only in an object of its own. */
export function writeValue(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
  switch (value.kind) {
    case 'name':
      return writeName(value.name);
    case 'string':
      return writeString(value);
    case 'ref':
      return `${value.number} ${value.generation} R`;
    case 'dict':
      return `<<${[...value.entries].map(([key, item]) => `${writeName(key)} ${writeValue(item)}`).join(' ')}>>`;
    case 'stream':
      throw new TypeError('A stream is no direct value');
  }
}

function writeNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '');
}

/** A text string of ISO 32000-1 7.9.2: ASCII as it is, everything else as UTF-16 with its mark. */
export function textString(content: string): PdfString {
  const ascii = /^[ -~]*$/.test(content);
  const bytes = ascii ? Buffer.from(content, 'latin1') : Buffer.from(`\ufeff${content}`, 'utf16le').swap16();
  return { kind: 'string', bytes, start: 0, end: 0 };
}

/** The reverse of `textString`; PDFDocEncoding is read as Latin-1. */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (buffer[0] === 0xfe && buffer[1] === 0xff && buffer.length % 2 === 0)
    return buffer.swap16().toString('utf16le').slice(1);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return buffer.subarray(3).toString('utf8');
  return buffer.toString('latin1');
}

/** A date of ISO 32000-1 7.9.4, in UTC. */
export function pdfDate(date: Date): PdfString {
  return textString(`D:${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}+00'00'`);
}

const DATE = /^D:(?<day>\d{8})(?<clock>\d{6})(?:Z|(?<sign>[+-])(?<hours>\d{2})'?(?<minutes>\d{2})?'?)?/;

export function readPdfDate(bytes: Uint8Array): Date | undefined {
  const groups = DATE.exec(Buffer.from(bytes).toString('latin1'))?.groups;
  if (groups === undefined) return undefined;
  const { day, clock, sign = '+', hours = '00', minutes = '00' } = groups;
  const isoDay = day?.replace(/(....)(..)(..)/, '$1-$2-$3');
  const isoClock = clock?.replace(/(..)(..)(..)/, '$1:$2:$3');
  const date = new Date(`${isoDay}T${isoClock}${sign}${hours}:${minutes}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
