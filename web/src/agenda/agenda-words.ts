import type { AgendaRow } from '../../../server/agenda/contract.ts';
import type { Channel } from '../../../server/incoming/contract.ts';
import type { BadgeTone } from '../kit/index.ts';

export type RowStatus = AgendaRow['status'];

interface StatusLook {
  label: string;
  tone: BadgeTone;
}

export const statusLooks: Record<RowStatus, StatusLook> = {
  registered: { label: 'Belum diarahkan', tone: 'dikembalikan' },
  directed: { label: 'Menunggu', tone: 'menunggu' },
  in_progress: { label: 'Disposisi', tone: 'disposisi' },
  done: { label: 'Selesai', tone: 'selesai' },
  filed: { label: 'Diberkaskan', tone: 'diarsipkan' },
  cancelled: { label: 'Batal', tone: 'konsep' },
  void: { label: 'Batal', tone: 'konsep' },
  outgoing: { label: 'Siap kirim', tone: 'menunggu' },
  dispatched: { label: 'Terkirim', tone: 'selesai' },
  revoked: { label: 'Dicabut', tone: 'segera' },
};

/** Lateness stands in place of the state, which goes on to be true. */
export function statusLook(row: Pick<AgendaRow, 'status' | 'isLate'>): StatusLook {
  return row.isLate ? { label: 'Terlambat', tone: 'segera' } : statusLooks[row.status];
}

export function isVoid(row: Pick<AgendaRow, 'status'>): boolean {
  return row.status === 'void' || row.status === 'cancelled';
}

/** Whether the row stands for a letter whose words are not shown. */
export function isMasked(row: Pick<AgendaRow, 'securityClass'>): boolean {
  return row.securityClass === 'R' || row.securityClass === 'SR';
}

export const channelLabels: Record<Channel, string> = {
  internal: 'Lontar',
  counter: 'Loket',
  courier: 'Kurir',
  post: 'Pos',
  email: 'Surel',
  srikandi: 'SRIKANDI',
};
