import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { compileTemplate, exportPdf, type TypesetOptions } from './compile-template.ts';
import type { LetterSheet, SignatureBox } from './letter-sheet.ts';
import { prepareSheet } from './prepare-sheet.ts';
import { toTypesetError } from './typeset-error.ts';

export interface TypesetLetter {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly signatureBox: SignatureBox;
}

const PAGE_HEIGHT_POINTS = (297 / 25.4) * 72;

const MAIN_FILES = { surat_dinas: 'letters/surat-dinas.typ', nota_dinas: 'letters/nota-dinas.typ' } as const;

/** Compiles a sheet and hands the laid-out document to `use`. */
export function withLaidOutLetter<T>(
  sheet: LetterSheet,
  use: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
): T {
  return compileTemplate({ main: MAIN_FILES[sheet.documentType], inputs: { sheet: prepareSheet(sheet) } }, use);
}

/**
 * Lays out a letter as tagged PDF/A. Synchronous and some 30 ms of CPU: call it in a worker, or through the pool.
 * The event loop must turn between letters (await something): only then does the compiler give back their memory.
 * @throws TypesetError
 */
export function typesetLetter(sheet: LetterSheet, options: TypesetOptions): TypesetLetter {
  return withLaidOutLetter(sheet, (compiler, document) => ({
    pdf: exportPdf(compiler, document, options),
    pageCount: document.numOfPages,
    signatureBox: readSignatureBox(compiler, document),
  }));
}

interface Position {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

function readSignatureBox(compiler: NodeCompiler, document: NodeTypstDocument): SignatureBox {
  const found = compiler.query(document, { selector: '<signature-position>', field: 'value' }) as Position[];
  const [box] = found;
  if (!box || found.length !== 1) throw toTypesetError('a template must place exactly one <signature-position>');
  return { ...box, y: PAGE_HEIGHT_POINTS - box.y - box.height };
}
