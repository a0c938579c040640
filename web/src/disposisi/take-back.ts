import { showToast } from '../kit/toast.tsx';
import { outbox } from '../offline/device-outbox.ts';
import type { OutboxEntry } from '../offline/outbox.ts';
import { keepDispositionDraft } from './draft-store.ts';

/** Takes a disposition out of the outbox and puts what was filled in back into its form. */
export async function takeBack(entry: OutboxEntry): Promise<void> {
  const isTaken = await outbox.cancel(entry.key);
  if (!isTaken || entry.command.kind !== 'disposition') {
    showToast('Disposisi sudah terkirim lebih dahulu.', { tone: 'problem' });
    return;
  }
  const { draft, body } = entry.command;
  const parentItemId = body.parentItemId ?? null;
  keepDispositionDraft({ desk: entry.desk, incomingId: entry.incomingId, parentItemId }, draft);
  showToast('Disposisi dibatalkan. Isian Anda tetap ada.');
}
