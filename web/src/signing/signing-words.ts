import type { CircuitStep, Letter } from '../../../server/letters/contract.ts';
import type { SIGNING_STEPS } from '../../../server/signing/contract.ts';
import { formatDecimal, formatDuration } from '../format/numbers.ts';

export type SigningStep = (typeof SIGNING_STEPS)[number];

export const stepNames: Record<SigningStep, string> = {
  number: 'Menomori',
  typeset: 'Menyusun PDF',
  sign: 'Menandatangani',
  timestamp: 'Cap waktu',
  deliver: 'Terkirim',
};

export const typeNames = { surat_dinas: 'surat dinas', nota_dinas: 'nota dinas' } as const;

/** "0,9 dtk"; from a minute on as any duration. */
export function formatStepTime(ms: number): string {
  return ms < 60_000 ? `${formatDecimal(ms / 1000)} dtk` : formatDuration(ms);
}

/** "Bupati Kapuas Hulu dan 3 tembusan" */
export function describeRecipients(recipients: Letter['recipients']): string {
  const to = recipients.filter((recipient) => recipient.role === 'to');
  const copies = recipients.length - to.length;
  const first = to[0]?.name ?? '';
  const main = to.length > 1 ? `${first} dan ${to.length - 1} lainnya` : first;
  return copies === 0 ? main : `${main}${to.length > 1 ? ',' : ' dan'} ${copies} tembusan`;
}

/** "1 tujuan dan 3 tembusan" */
export function countRecipients(recipients: Letter['recipients']): string {
  const to = recipients.filter((recipient) => recipient.role === 'to').length;
  const copies = recipients.length - to;
  return copies === 0 ? `${to} tujuan` : `${to} tujuan dan ${copies} tembusan`;
}

export interface EarlierInitials {
  count: number;
  /** The oldest content that still carries a valid initial. */
  oldestVersion: number;
}

/** Initials that were given on content older than what will be signed. */
export function earlierInitials(circuit: readonly CircuitStep[], contentVersion: number): EarlierInitials | undefined {
  const versions = circuit
    .filter((step) => step.status === 'initialled')
    .map((step) => step.contentVersion ?? contentVersion)
    .filter((version) => version < contentVersion);
  return versions.length === 0 ? undefined : { count: versions.length, oldestVersion: Math.min(...versions) };
}
