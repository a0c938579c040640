import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import type { JobRun } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { ensureRecordFile, findFileable, insertRecord, listReceived } from './queries.ts';

interface Copy {
  opdId: string;
  incomingId: string | null;
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
  const { classificationCode: code, year } = letter;
  const title = `${letter.classificationName ?? code} ${year}`;
  const copies = onePerUnit({ opdId: letter.opdId, incomingId: null }, await listReceived(tx, agencyId, letterId));
  const now = deps.now();
  const filed: Record<string, unknown>[] = [];
  for (const { opdId, incomingId } of copies) {
    const fileId = await ensureRecordFile(tx, { agencyId, id: uuidv7(), unitId: opdId, code, year, title, now });
    const record = { agencyId, id: uuidv7(), letterId, incomingId, unitId: opdId, fileId, now };
    if (await insertRecord(tx, record)) filed.push({ unitId: opdId, fileId, incomingId });
  }
  return filed;
}

/** An OPD keeps one copy: the sender its own, a receiver the first that reached it. */
function onePerUnit(own: Copy, received: readonly Copy[]): Copy[] {
  const byUnit = new Map([[own.opdId, own]]);
  for (const copy of received) if (!byUnit.has(copy.opdId)) byUnit.set(copy.opdId, copy);
  return [...byUnit.values()];
}
