import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileDetail } from './file-shapes.ts';
import type { LockedFile } from './file-command-queries.ts';
import { describeFile, lockFileFor } from './load-file.ts';
import type { FileAction } from './states.ts';

/** The shape of every command on one file: locked, right, state and version asked, then the work, whose events it returns. */
export function fileCommand(
  deps: Deps,
  actor: DeskActor,
  wanted: { fileId: string; action: FileAction; version: number; alsoLock?: readonly string[] },
  work: (tx: Tx, file: LockedFile, others: LockedFile[]) => Promise<AuditEntry[]>,
): Promise<FileDetail> {
  return command(deps, actor, async (tx) => {
    const { file, others } = await lockFileFor(tx, actor, wanted);
    const events = await work(tx, file, others);
    const described = await describeFile(tx, deps, actor, file.id);
    await recordEvents(tx, deps, actor, events);
    return described;
  });
}
