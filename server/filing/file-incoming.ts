import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { eventSubject } from '../incoming/event-subject.ts';
import { markFiled } from '../incoming/mark-filed.ts';
import type { JobRun } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { findIncomingText } from './proposal-queries.ts';
import { proposeRecord } from './propose-record.ts';
import { type FileableIncoming, findFileableIncoming } from './queries.ts';

/**
 * Proposes a file (berkas) for an incoming letter that is done, and files the letter. A letter of ours has its copy
 * recorded since delivery; one from outside without classification stays done until it gets one.
 */
export async function fileIncoming(deps: Deps, run: JobRun, { incomingId }: { incomingId: string }): Promise<void> {
  const { agencyId } = run.actor;
  await deps.db.transaction({ agencyId }, async (tx) => {
    const letter = await findFileableIncoming(tx, agencyId, incomingId);
    const events = letter?.status === 'done' ? await fileCopy(tx, deps, { agencyId, incomingId, letter }) : [];
    await finishOutbox(tx, run.outboxId, deps.now());
    await recordEvents(tx, deps, run.actor, events);
  });
}

async function fileCopy(
  tx: Tx,
  deps: Deps,
  { agencyId, incomingId, letter }: { agencyId: string; incomingId: string; letter: FileableIncoming },
): Promise<AuditEntry[]> {
  const isOurs = letter.letterId !== null;
  if (!isOurs && letter.classificationCode === null) return [];
  const copies = isOurs ? [] : await proposeFile(tx, deps, { agencyId, incomingId, letter });
  const letterId = eventSubject({ id: incomingId, letterId: letter.letterId });
  const proposed = copies.length === 0 ? [] : [{ action: 'record.filed', letterId, detail: { incomingId, copies } }];
  const isFiled = await markFiled(tx, { agencyId, incomingId, now: deps.now() });
  return [...proposed, ...(isFiled ? [{ action: 'incoming.filed', letterId, detail: { incomingId } }] : [])];
}

async function proposeFile(
  tx: Tx,
  deps: Deps,
  { agencyId, incomingId, letter }: { agencyId: string; incomingId: string; letter: FileableIncoming },
): Promise<Record<string, unknown>[]> {
  const { classificationCode, opdId: unitId, year, securityClass } = letter;
  const words = await findIncomingText(tx, { agencyId, incomingId });
  if (!words) return [];
  const proposed = await proposeRecord(tx, deps, {
    ...{ agencyId, unitId, letterId: null, incomingId, documentId: null, classificationCode, year, securityClass },
    ...words,
    copyStatus: 'original',
  });
  return proposed ? [{ ...proposed }] : [];
}
