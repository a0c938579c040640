import type { FormLetter, FormLetterhead, Giver, PrintMark } from './form-parts.ts';

/** A line of "Diteruskan kepada Sdr."; the lines without tick are the other choices of this official. */
export interface FormRecipient {
  readonly title: string;
  readonly isTicked: boolean;
  readonly isCoordinator: boolean;
}

export interface FormInstruction {
  readonly text: string;
  readonly isTicked: boolean;
}

/** Lembar disposisi as half folio: one disposition of one official on one incoming letter. */
export interface DispositionForm extends PrintMark, FormLetter {
  readonly letterhead: FormLetterhead;
  readonly recipients: readonly FormRecipient[];
  readonly instructions: readonly FormInstruction[];
  /** `YYYY-MM-DD` */
  readonly dueDate: string | null;
  /** Line breaks are kept. */
  readonly note: string | null;
  /** Place of the unit, printed before the date. */
  readonly place: string;
  readonly giver: Giver;
  /** Recipients of the dispositions made below this one. */
  readonly onwardRecipientCount: number;
}
