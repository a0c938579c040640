import type { PositionGroup } from './contract.ts';

const BASE = [
  'Tindak lanjuti',
  'Untuk diketahui',
  'Untuk dipelajari/ditelaah',
  'Tanggapan dan saran',
  'Proses lebih lanjut',
  'Selesaikan sesuai ketentuan',
  'Koordinasikan/konfirmasikan',
  'Siapkan bahan/jawaban',
  'Hadiri/wakili',
  'Laporkan hasilnya',
] as const;

/** Usual wordings by who gives the disposition; an agency replaces them group by group. The first is the default. */
export const STARTER_INSTRUCTIONS: Record<PositionGroup, readonly string[]> = {
  leader: [...BASE, 'Bicarakan dengan saya', 'Agendakan', 'Dampingi', 'Teliti & pendapat', 'ACC/setuju', 'Tolak/jawab'],
  office_head: [
    ...BASE,
    'Bicarakan dengan saya',
    'Agendakan',
    'Dampingi',
    'Monitor',
    'Teliti & pendapat',
    'ACC/setuju',
    'Tolak/jawab',
    'Edarkan',
    'Simpan/arsip',
  ],
  section_head: [...BASE, 'Dampingi', 'Monitor', 'Teliti & pendapat', 'Edarkan', 'Simpan/arsip'],
  staff: ['Tindak lanjuti', 'Untuk diketahui', 'Siapkan bahan/jawaban', 'Laporkan hasilnya', 'Edarkan', 'Simpan/arsip'],
};
