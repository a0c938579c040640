/** What each recorded action is called on screens and in exports, in plain Indonesian. */
export const EVENT_TITLES = {
  'letter.created': 'Konsep dibuat',
  'letter.submitted': 'Diajukan untuk paraf',
  'letter.resubmitted': 'Diperbaiki dan diajukan lagi',
  'letter.corrected': 'Isi diperbaiki pemeriksa',
  'letter.commented': 'Catatan ditulis',
  'letter.comment_resolved': 'Catatan diselesaikan',
  'letter.initialled': 'Diparaf',
  'letter.returned': 'Dikembalikan',
  'letter.withdrawn': 'Ditarik konseptor',
  'letter.annex_added': 'Lampiran ditambahkan',
  'letter.annex_removed': 'Lampiran dihapus',
  'letter.downloaded': 'PDF diunduh',
  'letter.viewed': 'Surat dibuka',
  'letter.printed': 'Salinan dicetak',
  'letter.read': 'Dibaca penerima',
} as const satisfies Record<string, string>;

/** The title of an action; actions of an older version keep their own name. */
export function eventTitle(action: string): string {
  return action in EVENT_TITLES ? EVENT_TITLES[action as keyof typeof EVENT_TITLES] : action;
}
