import type { OcrEngine } from './ocr-engine.ts';
import type { FileToRead, ReadingFailure, ReadingLimits, ReadPage } from './reading.ts';

/** What the parent asks of the reading process: `start` once, then one file at a time, then `finish`. */
export type ReadingRequest =
  | { readonly type: 'start'; readonly engine: OcrEngine; readonly limits: ReadingLimits }
  | { readonly type: 'file'; readonly fileIndex: number; readonly file: FileToRead }
  | { readonly type: 'finish' };

export type ReadingReply =
  /** Sent again with its text when that took recognition. */
  | { readonly type: 'page'; readonly page: ReadPage }
  | { readonly type: 'failed'; readonly failure: ReadingFailure }
  | { readonly type: 'file_done' }
  | { readonly type: 'done'; readonly searchablePdf: Uint8Array | null };
