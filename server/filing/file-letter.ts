import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import type { JobRun } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { findLetterText } from './proposal-queries.ts';
import { proposeRecord } from './propose-record.ts';
import { findFileable, listReceived } from './queries.ts';

interface Copy {
  opdId: string;
  incomingId: string | null;
  isCarbonCopy: boolean;
}

/**
 * Proposes a file (berkas) for the sender's copy and for one copy of each other OPD that received the letter. Runs
 * after signing and again after delivery; copies already recorded stay as they are.
 */
export async function fileLetter(deps: Deps, run: JobRun, { letterId }: { letterId: string }): Promise<void> {
  const { agencyId } = run.actor;
  await deps.db.transaction({ agencyId }, async (tx) => {
    const filed = await fileCopies(tx, deps, agencyId, letterId);
    await finishOutbox(tx, run.outboxId, deps.now());
    if (filed.length > 0)
      await recordEvents(tx, deps, run.actor, [{ action: 'record.filed', letterId, detail: { copies: filed } }]);
  });
  await deps.checkpoint?.('filed');
}

async function fileCopies(tx: Tx, deps: Deps, agencyId: string, letterId: string): Promise<Record<string, unknown>[]> {
  const letter = await findFileable(tx, agencyId, letterId);
  if (!letter || letter.classificationCode === null || letter.year === null) return [];
  if (!['signed', 'dispatched', 'revoked'].includes(letter.status)) return [];
  const { classificationCode, year, securityClass } = letter;
  const words = await findLetterText(tx, { agencyId, letterId });
  if (!words) return [];
  const own = { opdId: letter.opdId, incomingId: null, isCarbonCopy: false };
  const copies = onePerUnit(own, await listReceived(tx, agencyId, letterId));
  const filed: Record<string, unknown>[] = [];
  for (const { opdId, incomingId, isCarbonCopy } of copies) {
    const proposed = await proposeRecord(tx, deps, {
      ...{ agencyId, unitId: opdId, letterId, incomingId, documentId: null, classificationCode, year, securityClass },
      ...words,
      correspondent: '',
      copyStatus: isCarbonCopy ? 'carbon_copy' : 'original',
    });
    if (proposed) filed.push({ ...proposed });
  }
  return filed;
}

/** An OPD keeps one copy: the sender its own, a receiver the first that reached it. */
function onePerUnit(own: Copy, received: readonly Copy[]): Copy[] {
  const byUnit = new Map([[own.opdId, own]]);
  for (const copy of received) if (!byUnit.has(copy.opdId)) byUnit.set(copy.opdId, copy);
  return [...byUnit.values()];
}
