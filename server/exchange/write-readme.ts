import type { EntryRole, RecordMetadata } from './record-metadata.ts';

const ROLES: Record<EntryRole, string> = {
  main: 'naskah',
  annex: 'lampiran',
  copy: 'salinan dengan teks yang dapat dicari',
  version: 'versi isi selama penyusunan',
  validation: 'laporan validasi tanda tangan elektronik',
  disposition: 'disposisi',
  journey: 'perjalanan surat',
  audit: 'jejak audit',
};

/** What the package holds and how to check it, for someone who has neither Lontar nor us to ask. */
export function writeReadme(record: RecordMetadata, at: Date): string {
  const { origin, classification } = record;
  const lines = [
    'PAKET ARSIP',
    '',
    `Hal            : ${record.title}`,
    `Nomor          : ${record.number === '' ? '-' : record.number}`,
    `Tanggal        : ${record.documentDate}`,
    `Dari           : ${record.sender}`,
    `Kepada         : ${record.recipient}`,
    `Klasifikasi    : ${classification === null ? '-' : `${classification.code} ${classification.name}`}`,
    `Keamanan       : ${record.securityClass}`,
    `Pencipta       : ${origin.agencyName}`,
    `Diunduh        : ${at.toISOString()}`,
    `Asal           : ${origin.instance}`,
    '',
    'ISI',
    '',
    ...record.files.map(({ path, role }) => `${path}  (${ROLES[role]})`),
    'metadata.json  (keterangan arsip untuk sistem lain)',
    '',
    'MEMERIKSA',
    '',
    'manifest-sha256.txt memuat SHA-256 setiap berkas. Periksa dengan:',
    '  sha256sum -c manifest-sha256.txt',
    'Tanda tangan elektronik melekat pada PDF dan dapat diperiksa dengan pembaca PDF atau pada halaman Periksa Keaslian.',
    'audit/jejak-audit.json memuat setiap kejadian dan cara menghitung ulang hash-nya.',
    'audit/bukti-merkle.json membuktikan kejadian itu terhadap akar yang ditandatangani; periksa dengan',
    '  npm run verify-proof -- audit/bukti-merkle.json',
    'Paket ini dapat diimpor ke Lontar lain lewat Arsip > Impor.',
    '',
  ];
  return lines.join('\r\n');
}
