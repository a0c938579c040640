import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint } from '../notifications/notify.ts';
import { describeDisposal } from './describe-disposal.ts';
import type { Disposal } from './disposal-shapes.ts';
import { leaveOutHeld, lockCounted } from './file-queries.ts';
import { type LoadedDisposal, loadForAction } from './load-disposal.ts';
import { insertAct } from './queries.ts';
import type { DisposalAction } from './states.ts';
import { type ActKind, refusalForPerson } from './two-people.ts';

export interface CommandWanted {
  disposalId: string;
  action: DisposalAction;
  version: number;
}

/** The shape of every command on a proposal: locked, right and state asked, then the work, whose events it returns. */
export function disposalCommand(
  deps: Deps,
  actor: DeskActor,
  wanted: CommandWanted,
  work: (tx: Tx, loaded: LoadedDisposal) => Promise<AuditEntry[]>,
): Promise<Disposal> {
  return command(deps, actor, async (tx) => {
    const loaded = await loadForAction(tx, deps, actor, wanted);
    const events = await work(tx, loaded);
    await hintParties(tx, deps, { agencyId: actor.agencyId, loaded });
    const described = await describeDisposal(tx, deps, actor, wanted.disposalId);
    await recordEvents(tx, deps, actor, events);
    return described;
  });
}

export function hintParties(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { agencyId, loaded }: { agencyId: string; loaded: Pick<LoadedDisposal, 'row' | 'parties'> },
): Promise<void> {
  const positionIds = [loaded.row.proposerPositionId, ...loaded.parties.map(({ positionId }) => positionId)];
  return hint(tx, {
    agencyId,
    kind: 'disposal',
    entityId: loaded.row.id,
    positionIds: [...new Set(positionIds)],
    now: deps.now(),
  });
}

/**
 * Whoever types the count decides about the files that count now: the others are left out for good.
 * @throws AppError `wrong_count` unless the person typed how many files count now; nothing can be held or lent meanwhile
 */
export async function requireCount(
  tx: Tx,
  { agencyId, now }: { agencyId: string; now: Date },
  { row }: LoadedDisposal,
  typedCount: number,
): Promise<void> {
  const key = { agencyId, disposalId: row.id };
  const count = await lockCounted(tx, key);
  if (count === typedCount) return leaveOutHeld(tx, { ...key, now });
  throw new AppError('wrong_count', {
    detail: `Anda mengetik ${typedCount}, sedangkan berkas yang tidak ditahan dan tidak dipinjam sekarang ${count}. Periksa daftar, lalu ketik lagi.`,
  });
}

/** Writes what the person does into the round, unless somebody else has to do it. @throws AppError `two_people` */
export async function act(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  { loaded, kind }: { loaded: LoadedDisposal; kind: ActKind },
): Promise<void> {
  const refusal = refusalForPerson(loaded.acts, actor.personId, kind);
  if (refusal !== undefined) throw new AppError('two_people', { detail: refusal });
  const { agencyId, personId, positionId, appointmentId } = actor;
  const { id: disposalId, round } = loaded.row;
  await insertAct(tx, { agencyId, disposalId, round, kind, personId, positionId, appointmentId, now: deps.now() });
}

export function labelOf({ number, year }: { number: number; year: number }): string {
  return `${String(number).padStart(2, '0')}/${year}`;
}
