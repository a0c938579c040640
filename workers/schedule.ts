import { sweepRoots } from '../server/audit/sweep-roots.ts';
import type { Deps } from '../server/deps.ts';
import { sweepDispositionFiles } from '../server/dispositions/sweep-disposition-files.ts';
import { sweepDispositions } from '../server/dispositions/sweep-dispositions.ts';
import { sweepFiling } from '../server/filing/sweep-filing.ts';
import { sweepLoans } from '../server/filing/sweep-loans.ts';
import { readDocumentTexts } from '../server/exchange/read-document-texts.ts';
import { sweepExports } from '../server/exchange/sweep-exports.ts';
import { pollMailboxes } from '../server/intake/poll-mailboxes.ts';
import { sweepEditions } from '../server/retention/sweep-editions.ts';
import { sweepSaved } from '../server/search/sweep-saved.ts';
import { sweepSigning } from '../server/signing/sweep-signing.ts';
import { sweepBlobs } from '../server/upkeep/sweep-blobs.ts';
import { sweepFixity, sweepMirror } from '../server/upkeep/sweep-fixity.ts';
import { sweepRows } from '../server/upkeep/sweep-rows.ts';
import { holdLock } from './hold-lock.ts';
import { repeat, type Repeated } from './repeat.ts';

/** Sweeps look at business time in Postgres, so a moved clock moves them; the pauses here are only how often they look. */
export function startSchedule(deps: Deps): { close(): Promise<void> } {
  /** For work that only one of all workers shall do at a time. */
  const alone = (name: string, work: (deps: Deps) => Promise<void>) =>
    holdLock(deps.config.databaseUrl, name, () => work(deps));
  const sweeps: Repeated[] = [
    repeat('signing sweep', 5000, deps.log, () => sweepSigning(deps)),
    repeat('disposition sweep', 30_000, deps.log, () => sweepDispositions(deps)),
    repeat('disposition file sweep', 600_000, deps.log, () => sweepDispositionFiles(deps)),
    repeat('classification sweep', 60_000, deps.log, () => sweepEditions(deps)),
    repeat('filing sweep', 60_000, deps.log, () => sweepFiling(deps)),
    repeat('loan sweep', 300_000, deps.log, () => sweepLoans(deps)),
    repeat('text of loaded documents', 5000, deps.log, () => readDocumentTexts(deps)),
    repeat('export sweep', 600_000, deps.log, () => sweepExports(deps)),
    repeat('saved search sweep', 300_000, deps.log, () => sweepSaved(deps)),
    repeat('row sweep', 600_000, deps.log, () => sweepRows(deps)),
    repeat('blob sweep', 600_000, deps.log, () => sweepBlobs(deps)),
    repeat('fixity sweep', 600_000, deps.log, () => alone('fixity sweep', sweepFixity)),
    repeat('mirror sweep', 30_000, deps.log, () => alone('mirror sweep', sweepMirror)),
    repeat('audit root sweep', 300_000, deps.log, () => alone('audit root sweep', sweepRoots)),
  ];
  if (deps.config.intakeMailboxes.length > 0)
    sweeps.push(repeat('mailbox poll', 60_000, deps.log, () => alone('mailbox poll', pollMailboxes)));
  return {
    async close() {
      await Promise.all(sweeps.map((sweep) => sweep.close()));
    },
  };
}
