import type { IncomingRow } from '../incoming/load-incoming.ts';
import { CHANNEL_LABELS } from './channel-labels.ts';
import type { RegistrationContent } from './registration-shapes.ts';

type Compared = Omit<RegistrationContent, 'contactId'>;

const LABELS: Record<keyof Compared, string> = {
  channel: 'Cara masuk',
  media: 'Media',
  senderTitle: 'Asal surat',
  senderUnit: 'Instansi asal',
  number: 'Nomor surat',
  letterDate: 'Tanggal surat',
  subject: 'Hal',
  summary: 'Isi ringkas',
  attachmentNote: 'Lampiran',
  handlingGrade: 'Sifat',
  securityClass: 'Klasifikasi keamanan',
  classificationCode: 'Klasifikasi arsip',
  addressee: 'Alamat tujuan',
  dueDate: 'Tenggat',
  physicalLocation: 'Lokasi fisik',
};

const WORDS: Record<string, Record<string, string>> = {
  channel: CHANNEL_LABELS,
  media: { electronic: 'Elektronik', paper: 'Kertas' },
  handlingGrade: { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat segera' },
  securityClass: { B: 'Biasa', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat rahasia' },
};

/** What differs, in the words of the form. */
export function compareContent(
  row: Omit<IncomingRow, 'verdict'>,
  content: RegistrationContent,
): { label: string; before: string; after: string }[] {
  return (Object.keys(LABELS) as (keyof Compared)[]).flatMap((field) => {
    const [before, after] = [row[field], content[field]];
    if (before === after) return [];
    return [{ label: LABELS[field], before: shown(field, before), after: shown(field, after) }];
  });
}

const shown = (field: string, value: string | null) => (value === null ? '' : (WORDS[field]?.[value] ?? value));
