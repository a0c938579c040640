import type { Deps } from '../server/deps.ts';
import { sweepDispositionFiles } from '../server/dispositions/sweep-disposition-files.ts';
import { sweepDispositions } from '../server/dispositions/sweep-dispositions.ts';
import { pollMailboxes } from '../server/intake/poll-mailboxes.ts';
import { sweepSaved } from '../server/search/sweep-saved.ts';
import { sweepSigning } from '../server/signing/sweep-signing.ts';
import { sweepBlobs } from '../server/upkeep/sweep-blobs.ts';
import { sweepRows } from '../server/upkeep/sweep-rows.ts';
import { holdLock } from './hold-lock.ts';
import { repeat, type Repeated } from './repeat.ts';

/** Sweeps look at business time in Postgres, so a moved clock moves them; the pauses here are only how often they look. */
export function startSchedule(deps: Deps): { close(): Promise<void> } {
  const sweeps: Repeated[] = [
    repeat('signing sweep', 5000, deps.log, () => sweepSigning(deps)),
    repeat('disposition sweep', 30_000, deps.log, () => sweepDispositions(deps)),
    repeat('disposition file sweep', 600_000, deps.log, () => sweepDispositionFiles(deps)),
    repeat('saved search sweep', 300_000, deps.log, () => sweepSaved(deps)),
    repeat('row sweep', 600_000, deps.log, () => sweepRows(deps)),
    repeat('blob sweep', 600_000, deps.log, () => sweepBlobs(deps)),
  ];
  if (deps.config.intakeMailboxes.length > 0)
    sweeps.push(
      repeat('mailbox poll', 60_000, deps.log, () =>
        holdLock(deps.config.databaseUrl, 'mailbox poll', () => pollMailboxes(deps)),
      ),
    );
  return {
    async close() {
      await Promise.all(sweeps.map((sweep) => sweep.close()));
    },
  };
}
