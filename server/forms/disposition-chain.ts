import type { FormLetter, FormLetterhead, PrintMark } from './form-parts.ts';

export interface ChainReport {
  /** Instant. */
  readonly at: string;
  /** Name or office of the one who reported. */
  readonly by: string;
  readonly text: string;
}

/** One recipient of one disposition, with what the recipient passed on. */
export interface ChainNode {
  /** Offices as printed, e.g. `Plt. Kepala Dinas`. */
  readonly giver: string;
  readonly recipient: string;
  readonly isCoordinator: boolean;
  readonly instructions: readonly string[];
  /** What may be shown: the caller has already put `Catatan pribadi` in place of a private note. */
  readonly note: string | null;
  /** `YYYY-MM-DD` */
  readonly dueDate: string | null;
  /** As printed, e.g. `Selesai`. */
  readonly stateLabel: string;
  /** Counted as settled in the summary. */
  readonly isClosed: boolean;
  /** Instants. */
  readonly givenAt: string;
  readonly readAt: string | null;
  readonly doneAt: string | null;
  /** Who recorded a disposition given on paper. */
  readonly recordedBy: string | null;
  readonly reports: readonly ChainReport[];
  readonly children: readonly ChainNode[];
}

/** The audit print: every disposition on one incoming letter, all levels. */
export interface DispositionChain extends PrintMark, FormLetter {
  readonly letterhead: FormLetterhead;
  readonly roots: readonly ChainNode[];
}
