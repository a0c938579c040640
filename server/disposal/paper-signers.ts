import type { PaperKind, PartyRole } from './states.ts';

/** Who signs a paper: order of signing, and what stands above the box. */
export interface Signer {
  role: PartyRole | 'approver';
  caption: string;
}

const LIST: readonly Signer[] = [
  { role: 'processing_head', caption: 'Pimpinan Unit Pengolah,' },
  { role: 'records_head', caption: 'Mengetahui\nPimpinan Unit Kearsipan,' },
];
const HEAD: readonly Signer[] = [{ role: 'creator_head', caption: 'Menetapkan,' }];

/** In the order in which they sign. */
export const SIGNERS: Record<PaperKind, readonly Signer[]> = {
  destruction_list: LIST,
  handover_list: LIST,
  transfer_minutes: [
    { role: 'processing_head', caption: 'Yang memindahkan,\nPimpinan Unit Pengolah,' },
    { role: 'records_head', caption: 'Yang menerima,\nPimpinan Unit Kearsipan,' },
  ],
  consideration: [
    { role: 'panel_creator', caption: 'Anggota (pencipta arsip),' },
    { role: 'panel_archivist', caption: 'Anggota (arsiparis),' },
    { role: 'panel_member', caption: 'Anggota,' },
    { role: 'panel_chair', caption: 'Ketua panitia penilai,' },
  ],
  approval: [{ role: 'approver', caption: 'Menyetujui,' }],
  decree: HEAD,
  authenticity: [{ role: 'creator_head', caption: 'Yang menyatakan,' }],
  destruction_minutes: [
    { role: 'executor', caption: 'Pelaksana pemusnahan,' },
    { role: 'witness_legal', caption: 'Saksi I,' },
    { role: 'witness_inspectorate', caption: 'Saksi II,' },
    { role: 'creator_head', caption: 'Mengetahui' },
  ],
  handover_minutes: [
    { role: 'creator_head', caption: 'PIHAK KESATU,' },
    { role: 'receiver', caption: 'PIHAK KEDUA,' },
  ],
};

/** Who stands first on the page although another signs first: the acknowledging head, the receiving side. */
const STANDS_FIRST: Partial<Record<PaperKind, PartyRole>> = {
  consideration: 'panel_chair',
  destruction_list: 'records_head',
  handover_list: 'records_head',
  transfer_minutes: 'records_head',
  destruction_minutes: 'creator_head',
  handover_minutes: 'receiver',
};

/** Blocks in the order of the page. */
export function onPage<T extends { role: Signer['role'] }>(kind: PaperKind, blocks: readonly T[]): T[] {
  const first = STANDS_FIRST[kind];
  return [...blocks.filter(({ role }) => role === first), ...blocks.filter(({ role }) => role !== first)];
}

export const PAPER_TITLES: Record<PaperKind, string> = {
  transfer_minutes: 'Berita Acara Pemindahan Arsip Inaktif',
  destruction_list: 'Daftar Arsip Usul Musnah',
  handover_list: 'Daftar Arsip Usul Serah',
  consideration: 'Surat Pertimbangan Panitia Penilai Arsip',
  approval: 'Surat Persetujuan',
  decree: 'Surat Penetapan',
  authenticity: 'Surat Pernyataan Arsip Autentik',
  destruction_minutes: 'Berita Acara Pemusnahan Arsip',
  handover_minutes: 'Berita Acara Penyerahan Arsip Statis',
};

/** The classification under which a procedure's papers are numbered. */
export const PAPER_CODES = { transfer: '000.5.6.1', destruction: '000.5.6.2', handover: '000.5.6.3' } as const;
