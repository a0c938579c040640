import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Desk, proposeCircuitEndpoint } from './contract.ts';
import { desksInOrder, today } from './directory.ts';
import { findPosition, listLineAbove, listSecretaries } from './queries.ts';

export interface ProposedStep {
  stage: number;
  kind: 'hierarchical' | 'coordination';
  desk: Desk;
}

export function proposeCircuit(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof proposeCircuitEndpoint>,
): Promise<{ steps: ProposedStep[] }> {
  return read(deps, actor, async (tx) => {
    const signatory = await findPosition(tx, actor.agencyId, input.signatoryPositionId);
    if (!signatory) throw new AppError('not_found');
    return { steps: await planCircuit(tx, deps, actor, signatory.id) };
  });
}

/** Up the line of command from the desk to just below the signatory, then the signatory's secretary, one after the other. */
export async function planCircuit(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: { agencyId: string; positionId: string },
  signatoryPositionId: string,
): Promise<ProposedStep[]> {
  const { date } = await today(tx, deps, actor.agencyId);
  const line = await listLineAbove(tx, { agencyId: actor.agencyId, positionId: actor.positionId, date });
  const secretaries = await listSecretaries(tx, {
    agencyId: actor.agencyId,
    positionIds: [signatoryPositionId],
    date,
  });
  const order = orderCircuit(
    line.map((position) => position.positionId),
    { drafter: actor.positionId, signatory: signatoryPositionId, secretaries },
  );
  const desks = await desksInOrder(tx, actor.agencyId, date, order);
  return desks.map((desk, index) => ({ stage: index + 1, kind: 'hierarchical', desk }));
}

/** Pure: which positions initial, in order. A signatory outside the line gets only the nearest superior's initial. */
export function orderCircuit(
  lineAbove: readonly string[],
  roles: { drafter: string; signatory: string; secretaries: readonly string[] },
): string[] {
  const end = lineAbove.indexOf(roles.signatory);
  const below = end >= 0 ? lineAbove.slice(0, end) : lineAbove.slice(0, roles.drafter === roles.signatory ? 0 : 1);
  const order = [...below, ...(roles.drafter === roles.signatory ? [] : roles.secretaries)];
  return [...new Set(order)].filter((id) => id !== roles.drafter && id !== roles.signatory);
}
