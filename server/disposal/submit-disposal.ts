import type { AuditEntry } from '../audit/record-events.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Disposal, submitDisposalEndpoint } from './contract.ts';
import { disposalCommand } from './disposal-command.ts';
import { findTotals, leaveOutHeld, lockCounted } from './file-queries.ts';
import type { LoadedDisposal } from './load-disposal.ts';
import { findMissingParty, findSharedPerson } from './party-problems.ts';
import { clearVerdicts } from './party-queries.ts';
import { preparePaper } from './prepare-paper.ts';
import { insertAct, setSubmitted } from './queries.ts';
import { type DisposalKind, nextDisposalState, type PaperKind } from './states.ts';

/** From this total retention on the National Archives approve a destruction (PP 28/2012). */
const NATIONAL_FROM_YEARS = 10;

const FIRST_PAPER: Record<DisposalKind, PaperKind> = {
  transfer: 'transfer_minutes',
  destruction: 'destruction_list',
  handover: 'handover_list',
};

/** Sends the proposal on its way: a new round, its first paper numbered and laid out. */
export function submitDisposal(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version }: InputOf<typeof submitDisposalEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'submit' }, (tx, loaded) =>
    submit(tx, deps, actor, loaded),
  );
}

async function submit(tx: Tx, deps: Deps, actor: DeskActor, loaded: LoadedDisposal): Promise<AuditEntry[]> {
  const { row, parties } = loaded;
  const { agencyId, personId, positionId, appointmentId } = actor;
  const key = { agencyId, disposalId: row.id };
  const missing = findMissingParty(row.kind, parties);
  if (missing !== undefined) throw new AppError('people_missing', { detail: missing });
  if (row.kind === 'destruction' && row.method === null)
    throw new AppError('people_missing', { detail: 'Pilih cara pemusnahan lebih dahulu.' });
  const shared = findSharedPerson(row.kind, parties, personId);
  if (shared !== undefined) throw new AppError('two_people', { detail: shared });
  if ((await lockCounted(tx, key)) === 0) throw new AppError('nothing_to_dispose');
  const now = deps.now();
  await leaveOutHeld(tx, { ...key, now });
  const { mostYears } = await findTotals(tx, key);
  const route = routeOf(row.kind, mostYears);
  const state = nextDisposalState(row.kind, row.state, 'submit') ?? row.state;
  await setSubmitted(tx, { ...key, state, route, positionId, personId, now });
  await clearVerdicts(tx, key);
  const round = row.round + 1;
  await insertAct(tx, { ...key, round, kind: 'propose', personId, positionId, appointmentId, now });
  const paper = await preparePaper(tx, deps, { ...key, kind: FIRST_PAPER[row.kind] });
  return [{ action: 'disposal.submitted', detail: { disposalId: row.id, round, route, paper: paper.number } }];
}

function routeOf(kind: DisposalKind, mostYears: number | null): string | null {
  if (kind === 'transfer') return null;
  if (kind === 'handover') return 'archival_institution';
  return (mostYears ?? 0) >= NATIONAL_FROM_YEARS ? 'national_archive' : 'regional_head';
}
