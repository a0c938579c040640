import type { FormLetterhead, HandlingGrade, PrintMark, SecurityClass } from './form-parts.ts';

interface AgendaRow {
  /** As printed, e.g. `4127` or `12.a`. */
  readonly agendaNumber: string;
  readonly letterNumber: string | null;
  /** Replaced by "(rahasia)" wherever the class is R or SR. */
  readonly subject: string;
  readonly attachmentText: string;
  readonly handlingGrade: HandlingGrade;
  readonly securityClass: SecurityClass;
  readonly remark: string;
  /** Why the number is void; the row is struck and this stands in "Ket.". */
  readonly voidReason: string | null;
}

export interface IncomingAgendaRow extends AgendaRow {
  /** `YYYY-MM-DD`, business date. */
  readonly receivedOn: string;
  readonly sender: string;
  /** `YYYY-MM-DD` */
  readonly letterDate: string | null;
  readonly forwardedTo: readonly string[];
  /** `YYYY-MM-DD` */
  readonly forwardedOn: string | null;
}

export interface OutgoingAgendaRow extends AgendaRow {
  /** `YYYY-MM-DD`, business date. */
  readonly sentOn: string;
  readonly recipients: readonly string[];
  readonly signatory: string;
}

interface Book extends PrintMark {
  readonly letterhead: Pick<FormLetterhead, 'government' | 'unitName'>;
  readonly year: number;
  /** Printed at the right, e.g. `Bulan: November 2026`. */
  readonly periodLine: string;
  /** Code under which the book itself is filed. */
  readonly classificationCode: string | null;
}

/** Buku agenda surat masuk or surat keluar, in the order given. */
export type AgendaBook =
  | (Book & { readonly kind: 'incoming'; readonly rows: readonly IncomingAgendaRow[] })
  | (Book & { readonly kind: 'outgoing'; readonly rows: readonly OutgoingAgendaRow[] });
