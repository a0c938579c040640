import type { LetterSheet } from '../pdf/letter-sheet.ts';
import type { TypesetPool } from '../pdf/preview-pool.ts';

/** What a form needs of the pool. */
export type FormTypesetter = Pick<TypesetPool, 'typesetForm'>;

export type FormLetterhead = LetterSheet['letterhead'];
export type HandlingGrade = 'biasa' | 'segera' | 'sangat_segera';
export type SecurityClass = LetterSheet['securityClass'];

/** When and by whom a copy was printed. */
export interface PrintMark {
  /** Instant; also the creation date in the file, so that the same data gives the same bytes. */
  readonly printedAt: string;
  /** Printed as given; null when the reader need not know. */
  readonly printedBy: string | null;
  /** IANA zone of the agency, for every instant on the form. */
  readonly timeZone: string;
}

/** The incoming letter as a form names it. */
export interface FormLetter {
  readonly sender: string;
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
}

/** The official who gave the disposition. */
export interface Giver {
  /** Office in ordinary writing, e.g. `Kepala Dinas`; capitals are the layout's. */
  readonly title: string;
  readonly actingPrefix: 'Plt.' | 'Plh.' | 'Pj.' | 'Pjs.' | null;
  readonly name: string;
  readonly rank: string | null;
  readonly nip: string | null;
  /** A regional head signs with the name only: rank and NIP are never printed. */
  readonly isRegionalHead: boolean;
  /** Instant of the electronic initial, or of the record when it was given on paper. */
  readonly givenAt: string;
  /** Who recorded a disposition that the official gave on paper; null when the official gave it here. */
  readonly recordedBy: string | null;
  /** Content of the QR code; null leaves it out. */
  readonly verificationUrl: string | null;
}

export const GRADE_LABELS: Readonly<Record<HandlingGrade, string>> = {
  biasa: 'Biasa',
  segera: 'Segera',
  sangat_segera: 'Sangat segera',
};

/** True for the classes whose subject never stands in a book that others read. */
export function isSecret(securityClass: SecurityClass): boolean {
  return securityClass === 'R' || securityClass === 'SR';
}
