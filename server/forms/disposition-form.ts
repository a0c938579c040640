import type { FormLetterhead, Giver, HandlingGrade, PrintMark, SecurityClass } from './form-parts.ts';

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
export interface DispositionForm extends PrintMark {
  readonly letterhead: FormLetterhead;
  readonly sender: string;
  /** Null or empty where the letter has none. */
  readonly letterNumber: string | null;
  /** `YYYY-MM-DD` */
  readonly letterDate: string | null;
  /** Instant. */
  readonly receivedAt: string;
  /** As printed, e.g. `4127`; null before the letter has one. */
  readonly agendaNumber: string | null;
  readonly agendaYear: number;
  readonly handlingGrade: HandlingGrade;
  readonly securityClass: SecurityClass;
  readonly subject: string;
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
