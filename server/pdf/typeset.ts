import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { LetterSheet, SignatureBox } from './letter-sheet.ts';
import { prepareSheet } from './prepare-sheet.ts';
import { FONT_FACES, readFont } from './shipped-fonts.ts';
import { templateFolder } from './template-folder.ts';
import { toTypesetError } from './typeset-error.ts';

export interface TypesetOptions {
  /** Written into the file; the same date gives the same bytes. */
  readonly creationDate: Date;
  readonly conformance: 'a-2b' | 'a-3b';
}

export interface TypesetLetter {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly signatureBox: SignatureBox;
}

const PAGE_HEIGHT_POINTS = (297 / 25.4) * 72;
/** Memoised results older than two letters go: the templates stay warm, letters do not pile up. */
const CACHE_AGE = 2;

const MAIN_FILES = { surat_dinas: 'surat-dinas.typ', nota_dinas: 'nota-dinas.typ' } as const;

let shared: { compiler: NodeCompiler; folder: string } | undefined;

function openCompiler(): { compiler: NodeCompiler; folder: string } {
  const folder = templateFolder();
  const fontBlobs = FONT_FACES.map(readFont);
  return { compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] }), folder };
}

/** Compiles a sheet and hands the laid-out document to `use`; the cache is trimmed whatever happens. */
export function withLaidOutLetter<T>(
  sheet: LetterSheet,
  use: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
): T {
  shared ??= openCompiler();
  const { compiler, folder } = shared;
  try {
    const compiled = compiler.compile({
      mainFilePath: join(folder, MAIN_FILES[sheet.documentType]),
      inputs: { sheet: prepareSheet(sheet) },
    });
    const document = compiled.result;
    if (!document) throw toTypesetError(describe(compiled.takeDiagnostics()?.shortDiagnostics));
    return use(compiler, document);
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function describe(diagnostics: unknown[] | undefined): string {
  return JSON.stringify(diagnostics ?? []);
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

/** Tags are a service to readers of screens that PDF/A level b does not ask for; a letter does not fail for them. */
function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument, options: TypesetOptions): Uint8Array {
  const settings = {
    pdfStandard: options.conformance,
    creationTimestamp: Math.floor(options.creationDate.getTime() / 1000),
  };
  try {
    return compiler.pdf(document, settings);
  } catch (error) {
    if (!isTagFault(error)) throw toTypesetError(messageOf(error));
  }
  try {
    return compiler.pdf(document, { ...settings, pdfTags: false });
  } catch (error) {
    throw toTypesetError(messageOf(error));
  }
}

/** Typst 0.14 gives up on its tags where cells with lists, or tables inside lists, go over a page end. */
function isTagFault(error: unknown): boolean {
  return /internal error: tags|PDF tag would be split up/u.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
