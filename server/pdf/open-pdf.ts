import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from '@hyzyla/pdfium';
import { type PdfCharacter, readPdfCharacters } from './read-pdf-characters.ts';

/** One page drawn on white; four bytes a pixel: red, green, blue, unused. */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
}

export interface PageSize {
  readonly widthPoints: number;
  readonly heightPoints: number;
}

export interface OpenedPdf {
  readonly pageCount: number;
  /** Draws the page (counted from 0) at the scale that `chooseScale` answers: pixels per point. */
  draw(index: number, chooseScale: (size: PageSize) => number): Promise<Raster>;
  /** The page as it would be drawn, in points. */
  measure(index: number): PageSize;
  /** The text layer of the page (counted from 0) in its own order, at most 50,000 characters. */
  readCharacters(index: number): PdfCharacter[];
  close(): void;
}

export class PdfOpenError extends Error {
  readonly code: 'encrypted' | 'damaged';

  constructor(code: 'encrypted' | 'damaged', cause: unknown) {
    super(`PDF cannot be opened: ${code}`, { cause });
    this.name = 'PdfOpenError';
    this.code = code;
  }
}

type Pdfium = Awaited<ReturnType<typeof PDFiumLibrary.init>>;

let library: Promise<Pdfium> | undefined;

/**
 * Opens a PDF for drawing. Parsing and drawing are synchronous inside: never on a thread that serves requests.
 * @throws PdfOpenError
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  const document = await pdfium.loadDocument(bytes).catch((error: unknown) => {
    throw new PdfOpenError(String(error).toLowerCase().includes('password') ? 'encrypted' : 'damaged', error);
  });
  return {
    pageCount: document.getPageCount(),
    async draw(index, chooseScale) {
      const page = document.getPage(index);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = chooseScale({ widthPoints: originalWidth, heightPoints: originalHeight });
      const drawn = await page.render({ scale, render: 'bitmap', renderFormFields: true });
      return { widthPx: drawn.width, heightPx: drawn.height, rgba: drawn.data };
    },
    measure(index) {
      return withPage(document, index, (page) => {
        const { originalWidth, originalHeight } = page.getOriginalSize();
        return { widthPoints: originalWidth, heightPoints: originalHeight };
      });
    },
    readCharacters: (index) => withPage(document, index, readPdfCharacters),
    close: () => document.destroy(),
  };
}

/** Pages that are not drawn stay open until someone closes them. */
function withPage<T>(document: PDFiumDocument, index: number, use: (page: PDFiumPage) => T): T {
  const page = document.getPage(index);
  try {
    return use(page);
  } finally {
    closePage(page);
  }
}

function closePage(page: PDFiumPage): void {
  const { module, pageIdx } = page as unknown as {
    module: { _FPDF_ClosePage(page: number): void };
    pageIdx: number;
  };
  if (pageIdx !== 0) module._FPDF_ClosePage(pageIdx);
}
