import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Disposal, setDisposalPartiesEndpoint } from './contract.ts';
import { disposalCommand } from './disposal-command.ts';
import { findPartyProblem, findSharedAtDestruction } from './party-problems.ts';
import { listParties, listPositionFacts, replaceParties } from './party-queries.ts';
import { setState } from './queries.ts';
import { changeableRoles } from './states.ts';

/** Names who takes part; half a panel may be kept, the submission asks for the whole. */
export function setDisposalParties(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version, parties }: InputOf<typeof setDisposalPartiesEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'set_parties' }, async (tx, { row, date }) => {
    const { agencyId } = actor;
    const roles = changeableRoles(row.kind, row.state);
    const positionIds = parties.map(({ positionId }) => positionId);
    const facts = await listPositionFacts(tx, { agencyId, unitId: row.unitId, positionIds });
    const problem = findPartyProblem(roles, parties, facts);
    if (problem !== undefined) throw new AppError('invalid_input', { fields: [{ path: 'parties', message: problem }] });
    await replaceParties(tx, { agencyId, disposalId, roles, parties });
    if (row.state !== 'draft') {
      const named = await listParties(tx, { agencyId, disposalId, date });
      const shared = findSharedAtDestruction(named, row.proposerPersonId);
      if (shared !== undefined) throw new AppError('two_people', { detail: shared });
    }
    await setState(tx, { agencyId, disposalId, state: row.state, now: deps.now() });
    return [{ action: 'disposal.parties_set', detail: { disposalId, parties } }];
  });
}
