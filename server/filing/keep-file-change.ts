import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { type FileChangeKind, insertFileChange } from './file-command-queries.ts';

const ACTIONS: Record<FileChangeKind, string> = {
  opened: 'record.file_opened',
  edited: 'record.file_edited',
  closed: 'record.file_closed',
  reopened: 'record.file_reopened',
  trigger_set: 'record.trigger_set',
  merged: 'record.file_merged',
  received: 'record.file_received',
  held: 'record.hold_placed',
  released: 'record.hold_released',
  lent: 'record.lent',
  returned: 'record.returned',
};

/** Writes what was done into the file's own history and gives back the event for the chain. */
export async function keepFileChange(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  change: {
    fileId: string;
    version: number;
    kind: FileChangeKind;
    changes?: Record<string, unknown>;
    reason?: string;
  },
): Promise<AuditEntry> {
  const { agencyId, positionId, personId } = actor;
  const { changes = {}, reason = '', ...rest } = change;
  const now = deps.now();
  await insertFileChange(tx, { ...rest, agencyId, id: uuidv7(), changes, reason, positionId, personId, now });
  const detail = { fileId: change.fileId, ...changes, ...(reason === '' ? {} : { reason }) };
  return { action: ACTIONS[change.kind], letterId: change.fileId, detail };
}
