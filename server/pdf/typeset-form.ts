import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { compileTemplate, exportPdf, type TypesetOptions } from './compile-template.ts';
import type { SignatureBox } from './letter-sheet.ts';

export interface FormCall {
  /** Name of the template in templates/forms/, without extension. */
  readonly template:
    | 'disposition-form'
    | 'disposition-card'
    | 'disposition-chain'
    | 'incoming-book'
    | 'outgoing-book'
    | 'receipt'
    | 'box-labels'
    | 'archive-list'
    | 'archive-paper'
    | 'record-list';
  /** JSON text that the template reads. */
  readonly data: string;
}

export interface TypesetForm {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** Where signatures go, in the order of signing; empty for forms that nobody signs. */
  readonly signatureBoxes: readonly SignatureBox[];
}

/** The tags of five thousand rows weigh ten times the rows; who cannot see the book takes its spreadsheet. */
const UNTAGGED: ReadonlySet<FormCall['template']> = new Set(['incoming-book', 'outgoing-book', 'record-list']);

/**
 * Lays out a printed form as PDF/A. Synchronous: call it in a worker, or through the pool.
 * @throws TypesetError
 */
export function typesetForm({ template, data }: FormCall, options: TypesetOptions): TypesetForm {
  const hasTags = !UNTAGGED.has(template);
  return compileTemplate({ main: `forms/${template}.typ`, inputs: { data } }, (compiler, document) => ({
    pdf: exportPdf(compiler, document, { ...options, hasTags }),
    pageCount: document.numOfPages,
    signatureBoxes: readSignatureBoxes(compiler, document),
  }));
}

/** The template has turned the page already: the origin is its lower left corner. */
function readSignatureBoxes(compiler: NodeCompiler, document: NodeTypstDocument): SignatureBox[] {
  const found = compiler.query(document, { selector: '<signature-position>', field: 'value' }) as (SignatureBox & {
    ordinal: number;
  })[];
  return found.sort((a, b) => a.ordinal - b.ordinal).map(({ ordinal: _ordinal, ...box }) => box);
}
