import type { Raster } from '../pdf/open-pdf.ts';
import type { OcrEngine, OcrResult, Recogniser } from './ocr-engine.ts';
import { openPages, type OpenedPages, type PageSource } from './open-pages.ts';
import { reprint, toOcrImage, toPrintImage, toScreenImage } from './page-picture.ts';
import type { ReadingReply } from './reading-messages.ts';
import {
  type FileToRead,
  ReadingError,
  type ReadingFailureCode,
  type ReadingLimits,
  type ReadPage,
} from './reading.ts';
import { openPackage } from './recognise-with-package.ts';
import { openProgram } from './recognise-with-program.ts';
import { type PrintPage, writeSearchablePdf } from './write-searchable-pdf.ts';

/** After this many pages that the recogniser failed on, the rest is drawn only. */
const MOST_OCR_FAILURES = 3;
type Place = Pick<ReadPage, 'fileIndex' | 'pageNumber'>;

const NO_TEXT: OcrResult = { text: '', words: [] };

/** Reads files one after another inside the reading process and says page by page what it has. */
export class FileReader {
  readonly #limits: ReadingLimits;
  readonly #send: (reply: ReadingReply) => Promise<void>;
  readonly #recogniser: Recogniser | null;
  readonly #printPages: PrintPage[] = [];
  #hasScans = false;
  #isComplete = true;
  #ocrFailures = 0;

  constructor(engine: OcrEngine, limits: ReadingLimits, send: (reply: ReadingReply) => Promise<void>) {
    this.#limits = limits;
    this.#send = send;
    this.#recogniser = openRecogniser(engine, limits.pageTimeoutMs);
  }

  async read(file: FileToRead, fileIndex: number): Promise<void> {
    try {
      const opened = await openPages(file, this.#limits);
      try {
        await this.#readPages(opened, fileIndex);
      } finally {
        opened.close();
      }
    } catch (error) {
      this.#isComplete = false;
      await this.#fail(error instanceof ReadingError ? error.code : 'damaged', fileIndex);
    }
    await this.#send({ type: 'file_done' });
  }

  async finish(): Promise<void> {
    this.#recogniser?.close();
    const isWanted = this.#hasScans && this.#isComplete;
    await this.#send({ type: 'done', searchablePdf: isWanted ? await writeSearchablePdf(this.#printPages) : null });
  }

  async #readPages(opened: OpenedPages, fileIndex: number): Promise<void> {
    if (this.#printPages.length + opened.pageCount > this.#limits.pages) throw new ReadingError('too_many_pages');
    for (let index = 0; index < opened.pageCount; index += 1) {
      await this.#readPage(opened.page(index), { fileIndex, pageNumber: index + 1 });
    }
  }

  async #readPage(source: PageSource, place: Place): Promise<void> {
    const layer = source.textLayer;
    await (layer ? this.#readDrawn(source, layer, place) : this.#readScan(source, place));
  }

  async #readDrawn(source: PageSource, layer: OcrResult, place: Place): Promise<void> {
    const image = await toScreenImage(await source.draw('screen'), 'drawn');
    await this.#send({ type: 'page', page: { ...place, ...image, ...layer, source: 'text_layer' } });
    this.#printPages.push({ jpeg: () => reprint(image.webp), words: layer.words });
  }

  async #readScan(source: PageSource, place: Place): Promise<void> {
    const raster = await source.draw(this.#recogniser ? 'ocr' : 'screen');
    const page: ReadPage = { ...place, ...(await toScreenImage(raster, 'scanned')), ...NO_TEXT, source: 'none' };
    await this.#send({ type: 'page', page });
    const recognised = await this.#recognise(raster, place.fileIndex);
    if (recognised) await this.#send({ type: 'page', page: { ...page, ...recognised, source: sourceOf(recognised) } });
    this.#hasScans ||= recognised !== null;
    const jpeg = await toPrintImage(raster);
    this.#printPages.push({ jpeg: () => Promise.resolve(jpeg), words: recognised?.words ?? [] });
  }

  async #recognise(raster: Raster, fileIndex: number): Promise<OcrResult | null> {
    if (!this.#recogniser || this.#ocrFailures >= MOST_OCR_FAILURES) return null;
    try {
      return await this.#recogniser.recognise(await toOcrImage(raster));
    } catch (error) {
      this.#ocrFailures += 1;
      await this.#fail(error instanceof ReadingError ? error.code : 'ocr_failed', fileIndex);
      return null;
    }
  }

  #fail(code: ReadingFailureCode, fileIndex: number): Promise<void> {
    return this.#send({ type: 'failed', failure: { code, fileIndex } });
  }
}

function openRecogniser(engine: OcrEngine, timeoutMs: number): Recogniser | null {
  if (engine.kind === 'program') return openProgram(engine, timeoutMs);
  return engine.kind === 'package' ? openPackage(engine, timeoutMs) : null;
}

function sourceOf(recognised: OcrResult): ReadPage['source'] {
  return recognised.words.length > 0 ? 'ocr' : 'none';
}
