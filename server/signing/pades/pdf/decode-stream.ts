import { inflateSync } from 'node:zlib';
import {
  entriesOf,
  isArray,
  nameOf,
  PdfMalformed,
  type PdfEntries,
  type PdfStream,
  type PdfValue,
} from './pdf-value.ts';

const MAX_DECODED = 64 * 1024 * 1024;

function only(value: PdfValue | undefined): PdfValue | undefined {
  if (!isArray(value)) return value;
  if (value.length > 1) throw new PdfMalformed('Several filters');
  return value[0];
}

function integerIn(entries: PdfEntries | undefined, key: string, otherwise: number): number {
  const value = entries?.get(key) ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw new PdfMalformed(key);
  return value;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new PdfMalformed('Predictor');
  }
}

function undoPng(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.ceil(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      const left = column > 0 ? (out[here - 1] ?? 0) : 0;
      const up = out[here - columns] ?? 0;
      const corner = column > 0 ? (out[here - columns - 1] ?? 0) : 0;
      out[here] = (data[row * (columns + 1) + 1 + column] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

/** The content of a cross-reference or object stream: plain or Flate, with or without a PNG predictor over single bytes. */
export function decodeStream(stream: PdfStream, maxBytes = MAX_DECODED): Uint8Array {
  const filter = nameOf(only(stream.entries.get('Filter')));
  if (!stream.entries.has('Filter')) return stream.data;
  if (filter !== 'FlateDecode') throw new PdfMalformed('Filter');
  let data: Uint8Array;
  try {
    data = inflateSync(stream.data, { maxOutputLength: maxBytes });
  } catch {
    throw new PdfMalformed('Compressed data');
  }
  const parameters = entriesOf(only(stream.entries.get('DecodeParms')));
  if (integerIn(parameters, 'Predictor', 1) === 1) return data;
  const sized = integerIn(parameters, 'Colors', 1) * integerIn(parameters, 'BitsPerComponent', 8);
  if (integerIn(parameters, 'Predictor', 1) < 10 || sized !== 8) throw new PdfMalformed('Predictor');
  return undoPng(data, integerIn(parameters, 'Columns', 1));
}
