import type { TypesetOptions } from './compile-template.ts';
import type { LetterSheet } from './letter-sheet.ts';
import type { PageImage, PageImagesRequest } from './page-images.ts';
import type { Preview } from './render-preview.ts';
import type { TypesetErrorCode } from './typeset-error.ts';
import type { FormCall, TypesetForm } from './typeset-form.ts';
import type { TypesetLetter } from './typeset.ts';

/** What the pool asks of a worker thread; one answer for each. */
export type TypesetJob =
  | { readonly kind: 'preview'; readonly sheet: LetterSheet }
  | { readonly kind: 'typeset'; readonly sheet: LetterSheet; readonly options: TypesetOptions }
  | { readonly kind: 'typesetForm'; readonly form: FormCall; readonly options: TypesetOptions }
  | { readonly kind: 'renderPages'; readonly pdf: Uint8Array; readonly request: PageImagesRequest };

export interface JobResults {
  preview: Preview;
  typeset: TypesetLetter;
  typesetForm: TypesetForm;
  renderPages: PageImage[];
}

export type JobAnswer =
  | { readonly ok: true; readonly value: JobResults[keyof JobResults] }
  | { readonly ok: false; readonly failure: JobFailure };

/** An error as it crosses threads, where classes do not survive. */
export interface JobFailure {
  readonly code: TypesetErrorCode | 'encrypted' | 'damaged' | 'unexpected';
  readonly message: string;
  readonly characters: readonly string[];
}
