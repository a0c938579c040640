/** What each recorded action is called on screens and in exports, in plain Indonesian. */
export const EVENT_TITLES = {
  'letter.created': 'Konsep dibuat',
  'letter.submitted': 'Diajukan',
  'letter.resubmitted': 'Diperbaiki dan diajukan lagi',
  'letter.corrected': 'Isi diperbaiki pemeriksa',
  'letter.commented': 'Catatan ditulis',
  'letter.comment_resolved': 'Catatan diselesaikan',
  'letter.initialled': 'Diparaf',
  'letter.returned': 'Dikembalikan',
  'letter.withdrawn': 'Ditarik konseptor',
  'letter.annex_added': 'Lampiran ditambahkan',
  'letter.annex_removed': 'Lampiran dihapus',
  'letter.annex_downloaded': 'Lampiran diunduh',
  'letter.viewed': 'Surat dibuka',
  'letter.downloaded': 'PDF diunduh',
  'letter.printed': 'Salinan dicetak',
  'letter.signed': 'Ditandatangani (TTE)',
  'letter.delivered': 'Diterima di agenda masuk',
  'letter.mailed': 'Surel diserahkan ke server tujuan',
  'letter.mail_failed': 'Surel gagal terkirim',
  'letter.dispatched': 'Terkirim',
  'letter.read': 'Dibaca penerima',
  'signing.started': 'Perintah tanda tangan diterima',
  'signing.refused': 'Tanda tangan ditolak: passphrase salah',
  'signing.failed': 'Penandatanganan gagal',
  'signing.discarded': 'Hasil tanda tangan ganda dibuang',
  'number.voided': 'Nomor dibatalkan',
  'record.filed': 'Diusulkan masuk berkas',
  'incoming.downloaded': 'Berkas surat masuk diunduh',
  'agenda.exported': 'Buku agenda diekspor',
  'savings.assumptions_set': 'Asumsi penghematan disimpan',
  'audit.checked': 'Rantai audit diperiksa',
  'demo.completed': 'Data demonstrasi selesai ditulis',
  'session.opened': 'Masuk akun',
  'session.refused': 'Percobaan masuk ditolak',
  'session.closed': 'Keluar akun',
  'session.closed_everywhere': 'Keluar dari semua perangkat',
} as const satisfies Record<string, string>;

/** The title of an action; actions of an older version keep their own name. */
export function eventTitle(action: string): string {
  return action in EVENT_TITLES ? EVENT_TITLES[action as keyof typeof EVENT_TITLES] : action;
}
