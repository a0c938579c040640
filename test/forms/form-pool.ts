import { PDFDocument } from 'pdf-lib';
import type { FormTypesetter } from '../../server/forms/form-parts.ts';
import { typesetForm, type TypesetForm } from '../../server/pdf/typeset-form.ts';
import { readPages } from '../pdf/read-pages.ts';

/** Typesets in this thread; the threads are tested where they live. */
export const HERE: FormTypesetter = {
  typesetForm: (form, options) => Promise.resolve().then(() => typesetForm(form, options)),
};

export interface ReadForm {
  readonly pages: string[];
  /** Width x height of each page in whole millimetres. */
  readonly sizes: string[];
}

export async function readForm({ pdf, pageCount }: TypesetForm): Promise<ReadForm> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const sizes = document.getPages().map((page) => `${String(mm(page.getWidth()))} x ${String(mm(page.getHeight()))}`);
  if (sizes.length !== pageCount) throw new Error(`${String(pageCount)} pages reported, ${String(sizes.length)} found`);
  const pages = await readPages(pdf);
  return {
    sizes,
    pages: pages.map((text) => text.replaceAll(/[\u00a0\u200b]/gu, (char) => (char === '\u00a0' ? ' ' : ''))),
  };
}

function mm(points: number): number {
  return Math.round((points / 72) * 25.4);
}
