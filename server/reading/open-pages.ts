import type { Raster } from '../pdf/open-pdf.ts';
import { openImagePages } from './open-image-pages.ts';
import { openPdfPages } from './open-pdf-pages.ts';
import type { OcrResult } from './ocr-engine.ts';
import { ReadingError, type FileToRead, type ReadingLimits } from './reading.ts';

export interface PageSource {
  /** Null where the page has no text of its own. */
  readonly textLayer: OcrResult | null;
  /** At the size of the screen, or large enough to be recognised. */
  draw(purpose: 'screen' | 'ocr'): Promise<Raster>;
}

export interface OpenedPages {
  readonly pageCount: number;
  /** Pages count from 0. @throws ReadingError */
  page(index: number): PageSource;
  close(): void;
}

/** @throws ReadingError */
export async function openPages(file: FileToRead, limits: ReadingLimits): Promise<OpenedPages> {
  const opened = await (file.kind === 'pdf' ? openPdfPages(file.bytes) : openImagePages(file.bytes, limits));
  if (opened.pageCount > 0) return opened;
  opened.close();
  throw new ReadingError('damaged');
}
