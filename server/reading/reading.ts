import type { ReadableKind } from './recognise-file.ts';

/** A file as it came in; its bytes are only read. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  readonly kind: ReadableKind;
}

/** x, y, width and height in fractions of the page, from its top left corner. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ReadWord extends PageBox {
  readonly text: string;
  /** 0 to 1; 1 for words of a text layer. */
  readonly confidence: number;
}

export interface ReadPage {
  readonly fileIndex: number;
  /** From 1, inside its file. */
  readonly pageNumber: number;
  /** Of the image. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly webp: Uint8Array;
  /** `none`: the page carries no text that could be read. */
  readonly source: 'text_layer' | 'ocr' | 'none';
  /** Lines end in "\n". */
  readonly text: string;
  readonly words: readonly ReadWord[];
}

export type ReadingFailureCode =
  'encrypted' | 'damaged' | 'too_many_pages' | 'too_large' | 'timeout' | 'crashed' | 'ocr_failed' | 'unsupported';

export interface ReadingFailure {
  readonly code: ReadingFailureCode;
  readonly fileIndex: number;
}

export interface Reading {
  /** Everything that was finished, in order, also when something failed. */
  readonly pages: readonly ReadPage[];
  /** All pages as images under an invisible text layer; null when every page had its own text or the reading broke off. */
  readonly searchablePdf: Uint8Array | null;
  /** The first thing that went wrong. After `ocr_failed` all pages are there, some without text. */
  readonly failure: ReadingFailure | null;
  /** Name of the recogniser, e.g. `tesseract 5.3.0 (ind+eng)`. */
  readonly engine: string;
}

export interface ReadingLimits {
  /** Of all files together. */
  readonly pages: number;
  readonly fileBytes: number;
  readonly imagePixels: number;
  readonly pageTimeoutMs: number;
  readonly timeoutMs: number;
  /** Resident memory of the reading process, without the recogniser's own process. */
  readonly memoryBytes: number;
}

export const READING_LIMITS: ReadingLimits = {
  pages: 200,
  fileBytes: 100 * 1024 * 1024,
  imagePixels: 80_000_000,
  pageTimeoutMs: 60_000,
  timeoutMs: 600_000,
  memoryBytes: 1_200_000_000,
};

/** Why a file, or the rest of it, cannot be read. */
export class ReadingError extends Error {
  readonly code: ReadingFailureCode;

  constructor(code: ReadingFailureCode, cause?: unknown) {
    super(`file cannot be read: ${code}`, { cause });
    this.name = 'ReadingError';
    this.code = code;
  }
}
