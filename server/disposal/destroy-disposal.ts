import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler, JobRun } from '../job-run.ts';
import { today } from '../organisation/directory.ts';
import { finishOutbox } from '../outbox.ts';
import { destroyFile, dropUnusedBlob, listUnremoved, setRemoved } from './destroyed-queries.ts';
import { hintParties } from './disposal-command.ts';
import { findTotals, listIncludedIds } from './file-queries.ts';
import { listParties } from './party-queries.ts';
import { preparePaper } from './prepare-paper.ts';
import { findDisposal, findDisposalLocked, setState } from './queries.ts';

/**
 * Destroys what a disposal that is being executed contains: file by file, each in a transaction of its own, then the
 * bytes that nothing refers to any more, then the minutes. May be stopped anywhere and begun again.
 */
export const destroyDisposal: JobHandler<'disposal.destroy'> = async (deps, run, { disposalId }) => {
  const key = { agencyId: run.actor.agencyId, disposalId };
  const disposal = await read(deps, run.actor, (tx) => findDisposal(tx, key));
  if (disposal?.state !== 'executing' || disposal.executingAt === null) return;
  for (const fileId of await read(deps, run.actor, (tx) => listIncludedIds(tx, key)))
    await destroyOne(deps, run, { ...key, fileId });
  await deps.checkpoint?.('files_destroyed');
  const started = new Date(disposal.executingAt);
  for (const sha256 of await read(deps, run.actor, (tx) => listUnremoved(tx, key)))
    await removeBytes(deps, { ...key, sha256, started });
  await deps.checkpoint?.('bytes_removed');
  await complete(deps, run, key);
};

async function destroyOne(
  deps: Deps,
  run: JobRun,
  given: { agencyId: string; disposalId: string; fileId: string },
): Promise<void> {
  const { disposalId, fileId } = given;
  await deps.db.transaction(given, async (tx) => {
    const outcome = await destroyFile(tx, { ...given, now: deps.now() });
    const action = outcome === 'done' ? 'disposal.file_destroyed' : 'disposal.file_left_out';
    await recordEvents(tx, deps, run.actor, [{ action, detail: { disposalId, fileId } }]);
  });
  await deps.checkpoint?.('file_destroyed');
}

/** Bytes that something else still refers to stay, and the row says so. Row first, then the file: asking again is safe. */
async function removeBytes(
  deps: Deps,
  given: { agencyId: string; disposalId: string; sha256: string; started: Date },
): Promise<void> {
  const { agencyId, disposalId, sha256, started } = given;
  const isUnused = await deps.db.transaction({ agencyId }, (tx) => dropUnusedBlob(tx, { agencyId, sha256 }));
  await deps.checkpoint?.('blob_dropped');
  // What was written again since the execution began is someone's new upload.
  if (isUnused) await deps.files.remove(agencyId, sha256, started);
  await deps.checkpoint?.('file_removed');
  const keptReason = isUnused ? null : 'masih dirujuk arsip lain';
  await deps.db.transaction({ agencyId }, (tx) =>
    setRemoved(tx, { agencyId, disposalId, sha256, keptReason, now: deps.now() }),
  );
}

async function complete(deps: Deps, run: JobRun, key: { agencyId: string; disposalId: string }): Promise<void> {
  const { agencyId, disposalId } = key;
  await deps.db.transaction({ agencyId }, async (tx) => {
    const row = await findDisposalLocked(tx, key);
    const now = deps.now();
    await finishOutbox(tx, run.outboxId, now);
    if (row?.state !== 'executing') return;
    await setState(tx, { ...key, state: 'minutes', now });
    const { date } = await today(tx, deps, agencyId);
    const parties = await listParties(tx, { ...key, date });
    const { done, leftOut } = await findTotals(tx, key);
    const paper = await preparePaper(tx, deps, { ...key, kind: 'destruction_minutes' });
    await hintParties(tx, deps, { agencyId, loaded: { row, parties } });
    const detail = { disposalId, destroyed: done, leftOut, paper: paper.number };
    await recordEvents(tx, deps, run.actor, [{ action: 'disposal.executed', detail }]);
  });
}
