import type { ArchiveDocument, FileDetail, RecordItem } from '../../../server/filing/contract.ts';
import { fileNumber } from '../../../server/filing/states.ts';
import type { BadgeTone } from '../kit/badge.tsx';
import { formatDate } from '../format/dates.ts';

/** `014/2026 Longsor ruas Badau`. */
export function fileTitle(file: { number: number; year: number; title: string }): string {
  return `${fileNumber(file)} ${file.title}`;
}

export const copyWords: Record<RecordItem['copyStatus'], string> = {
  original: 'Asli',
  copy: 'Salinan',
  carbon_copy: 'Tembusan',
  photocopy: 'Kopi',
};

export const mediaWords: Record<ArchiveDocument['media'], string> = {
  electronic: 'Elektronik',
  paper: 'Kertas',
  mixed: 'Kertas dan elektronik',
};

export const kindWords: Record<ArchiveDocument['kind'], string> = {
  incoming_letter: 'Surat masuk',
  outgoing_letter: 'Surat keluar',
  other: 'Dokumen lain',
};

export const classWords: Record<ArchiveDocument['securityClass'], string> = {
  B: 'Biasa',
  T: 'Terbatas',
  R: 'Rahasia',
  SR: 'Sangat rahasia',
};

export const finalWords: Record<NonNullable<FileDetail['rule']['finalAction']>, string> = {
  destroy: 'Musnah',
  permanent: 'Permanen',
  review: 'Dinilai kembali',
};

export const statusLooks: Record<FileDetail['status'], { label: string; tone: BadgeTone }> = {
  open: { label: 'Terbuka', tone: 'konsep' },
  closed: { label: 'Ditutup', tone: 'menunggu' },
  merged: { label: 'Digabung', tone: 'konsep' },
};

export const lifecycleLooks: Record<FileDetail['lifecycle'], { label: string; tone: BadgeTone }> = {
  active: { label: 'Aktif', tone: 'diarsipkan' },
  inactive: { label: 'Inaktif', tone: 'menunggu' },
  permanent: { label: 'Permanen', tone: 'diarsipkan' },
  destroyed: { label: 'Dimusnahkan', tone: 'segera' },
  handed_over: { label: 'Diserahkan', tone: 'konsep' },
};

/** `5 elektronik, 1 kertas`. */
export function mediaSummary({ electronicCount, paperCount }: FileDetail): string {
  const parts = [
    electronicCount > 0 ? `${electronicCount} elektronik` : '',
    paperCount > 0 ? `${paperCount} kertas` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Belum ada isi' : parts.join(', ');
}

/** `Boks 12, rak B-3, map 4`. */
export function placeSummary({ box, folder }: Pick<FileDetail, 'box' | 'folder'>): string {
  const parts = [
    box === null ? '' : `Boks ${box.code}`,
    box === null || box.rack === '' ? '' : `rak ${box.rack}`,
    folder === '' ? '' : `map ${folder}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Belum ditentukan' : parts.join(', ');
}

/** Who may read what is inside. */
export function accessSummary({ itemCount, proposedCount, limitedCount, secretCount }: FileDetail): string {
  const filed = itemCount - proposedCount;
  if (filed === 0) return 'Belum ada isi';
  const parts = [
    limitedCount > 0 ? `${limitedCount} terbatas` : '',
    secretCount > 0 ? `${secretCount} rahasia` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Terbuka untuk unit ini' : parts.join(', ');
}

/** What the retention bar says at its right: from when the years count. */
export function countingWords(file: FileDetail): string {
  const { rule, closedOn, triggerOn } = file;
  if (rule.activeYears === null) return 'Klasifikasi ini belum mempunyai jadwal retensi';
  if (closedOn === null)
    return rule.triggerEvent === '' ? 'Aktif dihitung sejak berkas ditutup' : `Aktif dihitung ${rule.triggerEvent}`;
  if (rule.triggerEvent === '') return `Dihitung sejak ditutup, ${formatDate(closedOn)}`;
  return triggerOn === null ? `Menunggu peristiwa: ${rule.triggerEvent}` : `Dihitung sejak ${formatDate(triggerOn)}`;
}
