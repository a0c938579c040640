import type { Proposals } from '../../../server/intake/contract.ts';
import type { ReadField, RegistrationEdits, RegistrationValues } from './registration-values.ts';

/** A reading below this is to be compared with the page. */
const sureFrom = 0.9;

export interface ReadingMark {
  percent: number;
  /** `check`: compare with the page; `sure`: the reading is good; `checked`: a person compared it. */
  tone: 'check' | 'sure' | 'checked';
}

/** How far the value of a field can be trusted; undefined when a person wrote it, or nothing was read. */
export function markReading(
  field: ReadField,
  proposals: Proposals,
  values: RegistrationValues,
  edits: Pick<RegistrationEdits, 'checked'>,
): ReadingMark | undefined {
  const proposal = proposals[field];
  if (proposal === undefined) return undefined;
  const value = values[field];
  if (value !== proposal.value && !proposal.alternatives.includes(value)) return undefined;
  const percent = Math.round(proposal.confidence * 100);
  if (edits.checked.includes(field)) return { percent, tone: 'checked' };
  if (value !== proposal.value) return { percent, tone: 'checked' };
  return { percent, tone: proposal.confidence < sureFrom ? 'check' : 'sure' };
}

export const fieldLabels: Record<ReadField, string> = {
  number: 'Nomor surat',
  letterDate: 'Tanggal surat',
  senderTitle: 'Asal surat',
  senderUnit: 'Instansi',
  subject: 'Hal',
  summary: 'Isi ringkas',
  handlingGrade: 'Sifat',
  securityClass: 'Klasifikasi keamanan',
  attachmentNote: 'Lampiran',
  addressee: 'Ditujukan kepada',
};
