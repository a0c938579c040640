import type { PDFiumPage } from '@hyzyla/pdfium';

/** One character of a text layer. */
export interface PdfCharacter {
  readonly text: string;
  /** In fractions of the drawn page, from its top left corner; null where the character takes no room. */
  readonly box: PdfBox | null;
}

export interface PdfBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The functions of the PDFium C interface (fpdf_text.h, fpdfview.h) that the package leaves unwrapped. */
interface PdfiumFunctions {
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number;
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  HEAPF32: Float32Array;
  HEAP32: Int32Array;
}

interface OpenPage {
  readonly module: PdfiumFunctions;
  readonly pageIdx: number;
}

const MOST_CHARACTERS = 50_000;
/** Side of the square that boxes are measured on: whole numbers only come back. */
const GRID = 1_000_000;
const FLOAT_BYTES = 4;

/** The text layer of a page in its own order, at most 50,000 characters; spaces between words are PDFium's. */
export function readPdfCharacters(page: PDFiumPage): PdfCharacter[] {
  const open = page as unknown as OpenPage;
  const { module } = open;
  const textPage = module._FPDFText_LoadPage(open.pageIdx);
  if (textPage === 0) return [];
  const memory = module.wasmExports.malloc(6 * FLOAT_BYTES);
  try {
    const count = Math.min(MOST_CHARACTERS, module._FPDFText_CountChars(textPage));
    return Array.from({ length: Math.max(0, count) }, (_, index) => ({
      text: toText(module._FPDFText_GetUnicode(textPage, index)),
      box: module._FPDFText_GetLooseCharBox(textPage, index, memory) ? toBox(open, memory) : null,
    }));
  } finally {
    module.wasmExports.free(memory);
    module._FPDFText_ClosePage(textPage);
  }
}

/** PDFium writes hyphens at line ends as U+0002 or U+FFFE and swallows the line end. */
function toText(code: number): string {
  if (code === 0x02 || code === 0xfffe) return '-\n';
  const isText = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : ' ';
}

/** FS_RECTF is left, top, right, bottom in page space; the page may be cropped and turned. */
function toBox(page: OpenPage, memory: number): PdfBox | null {
  const at = memory / FLOAT_BYTES;
  const [left = 0, top = 0, right = 0, bottom = 0] = page.module.HEAPF32.subarray(at, at + 4);
  if (right <= left || top <= bottom) return null;
  const one = toGrid(page, memory, left, top);
  const other = toGrid(page, memory, right, bottom);
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
  };
}

function toGrid({ module, pageIdx }: OpenPage, memory: number, x: number, y: number): { x: number; y: number } {
  const out = memory + 4 * FLOAT_BYTES;
  module._FPDF_PageToDevice(pageIdx, 0, 0, GRID, GRID, 0, x, y, out, out + FLOAT_BYTES);
  const at = out / FLOAT_BYTES;
  return { x: (module.HEAP32[at] ?? 0) / GRID, y: (module.HEAP32[at + 1] ?? 0) / GRID };
}
