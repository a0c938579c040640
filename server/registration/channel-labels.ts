import type { Channel } from '../incoming/incoming-shapes.ts';

/** How a letter came, in the words of forms and receipts. */
export const CHANNEL_LABELS: Record<Channel, string> = {
  internal: 'Sistem (surat internal)',
  counter: 'Loket persuratan (diantar langsung)',
  courier: 'Kurir atau ekspedisi',
  post: 'Pos',
  email: 'Surel',
  srikandi: 'SRIKANDI',
};
