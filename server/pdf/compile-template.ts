import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FACES, readFont } from './shipped-fonts.ts';
import { templateFolder } from './template-folder.ts';
import { toTypesetError } from './typeset-error.ts';

export interface TypesetOptions {
  /** Written into the file; the same date gives the same bytes. */
  readonly creationDate: Date;
  readonly conformance: 'a-2b' | 'a-3b';
}

export interface ExportOptions extends TypesetOptions {
  /** True when absent. */
  readonly hasTags?: boolean;
}

export interface TemplateCall {
  /** Path below templates/, e.g. `letters/nota-dinas.typ`. */
  readonly main: string;
  /** What the template reads from `sys.inputs`. */
  readonly inputs: Record<string, string>;
}

/** Memoised results older than two documents go: the templates stay warm, documents do not pile up. */
const CACHE_AGE = 2;

let shared: { compiler: NodeCompiler; folder: string } | undefined;

function openCompiler(): { compiler: NodeCompiler; folder: string } {
  const folder = templateFolder();
  const fontBlobs = FONT_FACES.map(readFont);
  return { compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] }), folder };
}

/** Compiles a template and hands the laid-out document to `use`; the cache is trimmed whatever happens. */
export function compileTemplate<T>(
  call: TemplateCall,
  use: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
): T {
  shared ??= openCompiler();
  const { compiler, folder } = shared;
  try {
    const compiled = compiler.compile({ mainFilePath: join(folder, call.main), inputs: call.inputs });
    const document = compiled.result;
    if (!document) throw toTypesetError(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
    return use(compiler, document);
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

/** Tags are a service to readers of screens that PDF/A level b does not ask for; a document does not fail for them. */
export function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument, options: ExportOptions): Uint8Array {
  const settings = {
    pdfTags: options.hasTags ?? true,
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
