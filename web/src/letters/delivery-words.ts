import type { Recipient } from '../../../server/letters/contract.ts';
import { daysUntil, formatShortDateTime, formatTime } from '../format/dates.ts';
import type { BadgeTone } from '../kit/index.ts';

function when(instant: string): string {
  return daysUntil(instant) === 0 ? formatTime(instant) : formatShortDateTime(instant);
}

export interface DeliveryState {
  label: string;
  tone: BadgeTone;
  isOpened: boolean;
}

/** Where the letter is with one addressee: a desk reads, an outside addressee opens the link of the mail. */
export function deliveryState(recipient: Recipient): DeliveryState {
  const { kind, openedAt, deliveredAt, deliveryStatus } = recipient;
  if (deliveryStatus === 'failed') return { label: 'Gagal terkirim', tone: 'segera', isOpened: false };
  if (openedAt !== null)
    return { label: `${kind === 'internal' ? 'Dibaca' : 'Dibuka'} ${when(openedAt)}`, tone: 'selesai', isOpened: true };
  if (deliveryStatus === 'delivered') return { label: 'Belum dibaca', tone: 'menunggu', isOpened: false };
  if (deliveryStatus === 'handed_over' && deliveredAt !== null)
    return { label: `Terkirim ${when(deliveredAt)}`, tone: 'selesai', isOpened: false };
  return { label: 'Menunggu', tone: 'konsep', isOpened: false };
}

/** "Diterima 16 Nov, 14.07 · agenda masuk 12" */
export function deliveryFacts(recipient: Recipient): string {
  const { deliveredAt, agendaNumber, failure, email, kind } = recipient;
  if (failure !== null) return failure;
  const parts = [
    ...(deliveredAt === null ? [] : [`${kind === 'internal' ? 'Diterima' : 'Diserahkan'} ${when(deliveredAt)}`]),
    ...(agendaNumber === null ? [] : [`agenda masuk ${agendaNumber}`]),
    ...(kind === 'external' && email !== '' ? [email] : []),
  ];
  return parts.join(' · ');
}

/** Only what can be known: a mail that was handed over may be read without a trace. */
export function countReaders(recipients: readonly Recipient[]): { opened: number; of: number } {
  return { opened: recipients.filter((one) => one.openedAt !== null).length, of: recipients.length };
}
