import type { FormCall, TypesetForm } from '../pdf/typeset-form.ts';
import type { FormTypesetter } from './form-parts.ts';
import { makePrintable } from './make-printable.ts';

/** Hands prepared data to a template of templates/forms/. */
export function typesetData(
  pool: FormTypesetter,
  template: FormCall['template'],
  data: object,
  printedAt: string,
): Promise<TypesetForm> {
  const options = { creationDate: new Date(printedAt), conformance: 'a-2b' } as const;
  return pool.typesetForm({ template, data: JSON.stringify(makePrintable(data)) }, options);
}
