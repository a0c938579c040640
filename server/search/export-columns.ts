import type { AgendaColumn } from '../forms/agenda-columns.ts';
import { GRADE_LABELS, isSecret } from '../forms/form-parts.ts';
import type { SearchHit } from './contract.ts';

const TYPES: Record<SearchHit['type'], string> = {
  surat_dinas: 'Surat dinas',
  nota_dinas: 'Nota dinas',
  surat_masuk: 'Surat masuk',
  disposisi: 'Disposisi',
  laporan: 'Laporan tindak lanjut',
  dokumen: 'Dokumen lain',
};
const CLASSES: Record<SearchHit['securityClass'], string> = {
  B: 'Terbuka',
  T: 'Terbatas',
  R: 'Rahasia',
  SR: 'Sangat rahasia',
};

/** What of a hit may stand in a file that leaves the house: of R and SR no subject. */
export const HIT_COLUMNS: readonly AgendaColumn<SearchHit>[] = [
  { heading: 'Jenis', width: 18, kind: 'text', value: ({ type }) => TYPES[type] },
  { heading: 'Nomor', width: 30, kind: 'text', value: ({ number }) => number },
  { heading: 'Tanggal', width: 12, kind: 'date', value: ({ date }) => date },
  {
    heading: 'Hal',
    width: 60,
    kind: 'text',
    value: ({ title, securityClass }) => (isSecret(securityClass) ? '(rahasia)' : title),
  },
  { heading: 'Dari', width: 34, kind: 'text', value: ({ senderTitle }) => senderTitle },
  { heading: 'Kepada', width: 34, kind: 'text', value: ({ recipient }) => recipient },
  { heading: 'Unit', width: 34, kind: 'text', value: ({ unitName }) => unitName },
  {
    heading: 'Klasifikasi',
    width: 34,
    kind: 'text',
    value: ({ classificationCode, classificationName }) => `${classificationCode} ${classificationName}`.trim(),
  },
  { heading: 'Sifat', width: 14, kind: 'text', value: ({ handlingGrade }) => GRADE_LABELS[handlingGrade] },
  { heading: 'Keamanan', width: 14, kind: 'text', value: ({ securityClass }) => CLASSES[securityClass] },
  {
    heading: 'Berkas',
    width: 34,
    kind: 'text',
    value: ({ fileNumber, fileTitle }) => (fileNumber === null ? '' : `${fileNumber} ${fileTitle ?? ''}`),
  },
  { heading: 'Retensi', width: 20, kind: 'text', value: ({ retention }) => retention },
];
