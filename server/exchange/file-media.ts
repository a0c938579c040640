import { fileKind } from '../mail-intake/file-kind.ts';
import type { LoadedDocument } from './loaded-queries.ts';

/** What a file is by its first bytes; null for what no archive keeps (programs, empty files). */
export function mediaTypeOf(bytes: Uint8Array, fileName: string): string | null {
  if (bytes.length === 0) return null;
  return fileKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), '', fileName)?.mediaType ?? null;
}

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/tiff']);

/** Where reading the text begins: a PDF may carry it, a picture must be recognised, and other things are not read. */
export function textStageOf(mediaTypes: readonly string[]): LoadedDocument['textStage'] {
  if (mediaTypes.includes('application/pdf')) return 'layer';
  return mediaTypes.some((mediaType) => PICTURES.has(mediaType)) ? 'ocr' : null;
}
