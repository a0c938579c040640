import type { Deps } from '../deps.ts';
import type { LetterSheet, SignatureBox } from '../pdf/letter-sheet.ts';

export interface UnsignedPdf {
  pdf: Uint8Array;
  /** Letter and annexes together. */
  pageCount: number;
  signatureBox: SignatureBox;
}

/**
 * The whole document before its first signature; the same input gives the same bytes.
 * @throws TypesetError, AnnexError
 */
export async function makeUnsignedPdf(
  deps: Pick<Deps, 'pdf'>,
  sheet: LetterSheet,
  annexes: readonly Uint8Array[],
  creationDate: Date,
): Promise<UnsignedPdf> {
  const letter = await deps.pdf.typeset(sheet, { creationDate, conformance: 'a-2b' });
  // pdf-lib takes a fifth of a second to load, which no start of the API should wait for.
  const { assembleLetter } = await import('../pdf/assemble.ts');
  const whole = await assembleLetter(letter.pdf, annexes);
  return { ...whole, signatureBox: letter.signatureBox };
}
