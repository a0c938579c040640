import type { Deps } from '../deps.ts';
import { assembleLetter } from '../pdf/assemble.ts';
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
  const whole = await assembleLetter(letter.pdf, annexes);
  return { ...whole, signatureBox: letter.signatureBox };
}
