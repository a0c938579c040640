import type { IncomingAgendaRow, OutgoingAgendaRow } from './agenda-book.ts';
import { GRADE_LABELS, isSecret } from './form-parts.ts';

/** A column of an exported book: what a spreadsheet needs to show the value as what it is. */
export interface AgendaColumn<Row> {
  readonly heading: string;
  /** In characters of the default font. */
  readonly width: number;
  /** `date`: the value is `YYYY-MM-DD`; `number`: a value that is not one stays text. */
  readonly kind: 'text' | 'number' | 'date';
  value(row: Row): string | null;
}

type AnyRow = IncomingAgendaRow | OutgoingAgendaRow;

/** The subject as a book may show it. */
export function subjectShown({ securityClass, subject }: Pick<AnyRow, 'securityClass' | 'subject'>): string {
  return isSecret(securityClass) ? '(rahasia)' : subject;
}

/** The remark of a row, with the reason where the number is void. */
export function remarkShown({ voidReason, remark }: Pick<AnyRow, 'voidReason' | 'remark'>): string {
  return voidReason === null ? remark : `Batal: ${voidReason}`;
}

/** "Sifat": the class, where the letter is secret, else the grade. */
export function gradeShown({ securityClass, handlingGrade }: AnyRow): string {
  if (securityClass === 'SR') return 'Sangat rahasia';
  return securityClass === 'R' ? 'Rahasia' : GRADE_LABELS[handlingGrade];
}

const SHARED_END: readonly AgendaColumn<AnyRow>[] = [
  { heading: 'Hal', width: 50, kind: 'text', value: subjectShown },
  { heading: 'Lampiran', width: 12, kind: 'number', value: (row) => row.attachmentText },
  { heading: 'Sifat', width: 14, kind: 'text', value: gradeShown },
];
const REMARK: AgendaColumn<AnyRow> = { heading: 'Keterangan', width: 24, kind: 'text', value: remarkShown };

export const INCOMING_AGENDA_COLUMNS: readonly AgendaColumn<IncomingAgendaRow>[] = [
  { heading: 'No. agenda', width: 11, kind: 'number', value: (row) => row.agendaNumber },
  { heading: 'Tanggal terima', width: 15, kind: 'date', value: (row) => row.receivedOn },
  { heading: 'Asal surat', width: 34, kind: 'text', value: (row) => row.sender },
  { heading: 'Nomor surat', width: 26, kind: 'text', value: (row) => row.letterNumber },
  { heading: 'Tanggal surat', width: 15, kind: 'date', value: (row) => row.letterDate },
  ...SHARED_END,
  { heading: 'Diteruskan kepada', width: 36, kind: 'text', value: (row) => row.forwardedTo.join('; ') },
  { heading: 'Tanggal diteruskan', width: 18, kind: 'date', value: (row) => row.forwardedOn },
  REMARK,
];

export const OUTGOING_AGENDA_COLUMNS: readonly AgendaColumn<OutgoingAgendaRow>[] = [
  { heading: 'No. urut', width: 11, kind: 'number', value: (row) => row.agendaNumber },
  { heading: 'Tanggal', width: 15, kind: 'date', value: (row) => row.sentOn },
  { heading: 'Nomor surat', width: 30, kind: 'text', value: (row) => row.letterNumber },
  { heading: 'Tujuan', width: 40, kind: 'text', value: (row) => row.recipients.join('; ') },
  ...SHARED_END,
  { heading: 'Penanda tangan', width: 30, kind: 'text', value: (row) => row.signatory },
  REMARK,
];
