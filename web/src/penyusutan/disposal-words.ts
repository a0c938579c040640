import type { Disposal, DisposalFileFacts, DueKind } from '../../../server/disposal/contract.ts';
import type { DisposalKind, DisposalState, PartyRole } from '../../../server/disposal/states.ts';
import type { BadgeTone } from '../kit/index.ts';

export const kindTitles: Record<DisposalKind, string> = {
  transfer: 'Usul pindah',
  destruction: 'Usul musnah',
  handover: 'Usul serah',
};

export const actNouns: Record<DisposalKind, string> = {
  transfer: 'pemindahan',
  destruction: 'pemusnahan',
  handover: 'penyerahan',
};

/** Whom a procedure asks for. */
export const partiesNoun: Record<DisposalKind, string> = {
  transfer: 'pejabat',
  destruction: 'panitia, pelaksana, dan saksi',
  handover: 'panitia dan pejabat',
};

export const dueLabels: Record<DueKind, string> = {
  transfer: 'Dipindahkan',
  destruction: 'Dimusnahkan',
  handover: 'Diserahkan',
  review: 'Dinilai kembali',
};

export const stateLooks: Record<DisposalState, { label: string; tone: BadgeTone }> = {
  draft: { label: 'Seleksi', tone: 'konsep' },
  assessment: { label: 'Penilaian panitia', tone: 'paraf' },
  approval: { label: 'Menunggu persetujuan', tone: 'menunggu' },
  approved: { label: 'Menunggu penetapan', tone: 'menunggu' },
  decreed: { label: 'Siap dilaksanakan', tone: 'disposisi' },
  executing: { label: 'Sedang dimusnahkan', tone: 'segera' },
  minutes: { label: 'Berita acara', tone: 'paraf' },
  done: { label: 'Selesai', tone: 'selesai' },
  cancelled: { label: 'Dibatalkan', tone: 'konsep' },
};

export const roleLabels: Record<PartyRole, string> = {
  panel_chair: 'Ketua panitia',
  panel_creator: 'Anggota, pencipta arsip',
  panel_archivist: 'Anggota, arsiparis',
  panel_member: 'Anggota',
  processing_head: 'Pimpinan unit pengolah',
  records_head: 'Pimpinan unit kearsipan',
  creator_head: 'Pimpinan pencipta arsip',
  executor: 'Pelaksana pemusnahan',
  witness_legal: 'Saksi unsur hukum',
  witness_inspectorate: 'Saksi unsur pengawasan',
  receiver: 'Pimpinan lembaga kearsipan',
};

export const methodLabels = {
  shredded: 'Dicacah',
  burned: 'Dibakar',
  melted: 'Dilebur',
  other: 'Cara lain',
} as const;

/** How paper is destroyed, in the words of the minutes. */
export function methodText({ method, methodNote }: Pick<Disposal, 'method' | 'methodNote'>): string {
  if (method === null) return 'Cara belum dipilih';
  return method === 'other' ? methodNote || 'Cara lain' : `${methodLabels[method]} total`;
}

const copies = { original: 'Asli', copy: 'Salinan', carbon_copy: 'Tembusan', photocopy: 'Kopi' } as const;

export function copyText({ copyStatuses }: DisposalFileFacts): string {
  return copyStatuses.map((status) => copies[status]).join(', ') || '–';
}

export function periodText({ firstYear, lastYear }: { firstYear: number; lastYear: number }): string {
  return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}

export function amountText({ pageCount, itemCount }: DisposalFileFacts): string {
  return pageCount > 0 ? `${pageCount.toLocaleString('id-ID')} lbr` : `${itemCount.toLocaleString('id-ID')} item`;
}

export function retentionText({ activeYears, inactiveYears }: DisposalFileFacts): string {
  return `${activeYears ?? '–'} + ${inactiveYears ?? '–'} th`;
}

/** The words of a step, for which the procedure names who approves. */
export function stageLabel({ kind, route }: Pick<Disposal, 'kind' | 'route'>, state: DisposalState): string {
  if (state === 'draft') return 'Seleksi';
  if (state === 'assessment') return 'Penilaian panitia';
  if (state === 'approval') {
    if (kind === 'handover') return 'Persetujuan LKD';
    return route === 'national_archive' ? 'Persetujuan ANRI' : 'Persetujuan';
  }
  if (state === 'approved') return 'Penetapan';
  if (state === 'decreed') return kind === 'destruction' ? 'Pemusnahan' : 'Pernyataan autentik';
  return state === 'done' ? 'Selesai' : 'Berita acara';
}
