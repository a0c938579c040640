import type { Giver, PrintMark } from './form-parts.ts';

export interface CardForward {
  readonly recipient: string;
  /** Instant. */
  readonly at: string;
}

export interface CardInstruction {
  /** Office of the one who gave it, e.g. `Plt. Kepala Dinas`. */
  readonly giver: string;
  /** Ticked instructions and note, as one text; line breaks are kept. */
  readonly text: string;
}

/** Kartu disposisi of a records unit: one letter and the chain of its forwarding, oldest first. */
export interface DispositionCard extends PrintMark {
  readonly unitName: string;
  readonly index: string;
  readonly classificationCode: string;
  readonly agendaNumber: string | null;
  /** `YYYY-MM-DD` */
  readonly settledOn: string | null;
  /** Cut at some 300 characters: the card names the matter, the letter tells it. */
  readonly summary: string;
  readonly sender: string;
  /** `YYYY-MM-DD` */
  readonly letterDate: string | null;
  readonly letterNumber: string | null;
  readonly attachmentText: string;
  readonly forwards: readonly CardForward[];
  readonly instructions: readonly CardInstruction[];
  /** Whose initial closes the card; null leaves room for one by hand. */
  readonly giver: Giver | null;
}
