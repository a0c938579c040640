import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { findPosition, listLineAbove, today } from '../organisation/directory.ts';
import { deleteGrants } from './access-queries.ts';
import { grantAccess, type Grant } from './access.ts';
import type { LoadedLetter } from './load-letter.ts';

/** Grants that follow from where the letter stands, not from an act; worked out anew at every submission and change of class. */
export const STANDING_REASONS = ['circuit', 'signatory', 'line', 'unit'] as const;

/**
 * B: circuit, signatory, line above the drafter up to its OPD head, registry and archivist of the units involved.
 * T: circuit, signatory, archivist of the units. R and SR: circuit and signatory.
 */
export async function grantCircuitAccess(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letter, steps }: LoadedLetter,
): Promise<void> {
  const key = { agencyId: actor.agencyId, id: letter.id };
  const grants: Grant[] = steps.map((step) => ({ kind: 'position', id: step.positionId, reason: 'circuit' }));
  const units = new Set([letter.opdId]);
  const signatory = letter.signatoryPositionId
    ? await findPosition(tx, actor.agencyId, letter.signatoryPositionId)
    : undefined;
  if (signatory) {
    grants.push({ kind: 'position', id: signatory.id, reason: 'signatory' });
    units.add(signatory.opdId);
  }
  if (letter.securityClass === 'B') grants.push(...(await lineGrants(tx, deps, actor, letter)));
  const roles = { B: ['registry', 'archivist'], T: ['archivist'], R: [], SR: [] } as const;
  for (const unit of units)
    for (const role of roles[letter.securityClass]) grants.push({ kind: 'unit_role', id: unit, role, reason: 'unit' });
  await deleteGrants(tx, { agencyId: actor.agencyId, letterId: letter.id, reasons: STANDING_REASONS });
  await grantAccess(tx, key, grants, deps.now());
}

async function lineGrants(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { drafterPositionId, opdId }: LoadedLetter['letter'],
): Promise<Grant[]> {
  const { date } = await today(tx, deps, actor.agencyId);
  const line = await listLineAbove(tx, { agencyId: actor.agencyId, positionId: drafterPositionId, date });
  const outside = line.findIndex((position) => position.opdId !== opdId);
  return line
    .slice(0, outside < 0 ? line.length : outside)
    .map(({ positionId }) => ({ kind: 'position', id: positionId, reason: 'line' }));
}
