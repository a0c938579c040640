import type { Incoming, IncomingListItem } from '../../../server/incoming/contract.ts';
import { senderLine } from '../../../server/incoming/sender-line.ts';
import { formatShortDate } from '../format/dates.ts';

export const channelNames: Record<Incoming['channel'], string> = {
  internal: 'Lontar',
  counter: 'Loket',
  courier: 'Kurir',
  post: 'Pos',
  email: 'Surel',
  srikandi: 'SRIKANDI',
};

/** The office it comes from, or the unit when a letter names no office. */
export function senderOf({ senderTitle, senderUnit }: Pick<IncomingListItem, 'senderTitle' | 'senderUnit'>): string {
  const line = senderLine({ senderTitle, senderUnit });
  return line === '' ? 'Pengirim tidak disebut' : line;
}

/** "Bupati Kapuas Hulu · 600/2217/PUPR · 24 Nov 2026" */
export function factsOf(
  letter: Pick<IncomingListItem, 'senderTitle' | 'senderUnit' | 'number' | 'letterDate'>,
): string {
  const number = letter.number === '' ? 'tanpa nomor' : letter.number;
  const date = letter.letterDate === null ? [] : [formatShortDate(letter.letterDate)];
  return [senderOf(letter), number, ...date].join(' · ');
}
