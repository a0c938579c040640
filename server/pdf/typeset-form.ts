import { compileTemplate, exportPdf, type TypesetOptions } from './compile-template.ts';

export interface FormCall {
  /** Name of the template in templates/forms/, without extension. */
  readonly template:
    | 'disposition-form'
    | 'disposition-card'
    | 'disposition-chain'
    | 'incoming-book'
    | 'outgoing-book'
    | 'receipt'
    | 'record-list';
  /** JSON text that the template reads. */
  readonly data: string;
}

export interface TypesetForm {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
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
  }));
}
