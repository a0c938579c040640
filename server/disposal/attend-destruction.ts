import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { attendDestructionEndpoint, Disposal } from './contract.ts';
import { act, disposalCommand, requireCount } from './disposal-command.ts';
import { setVerdict } from './party-queries.ts';
import { setState } from './queries.ts';
import { WITNESS_ROLES } from './states.ts';

/** A witness states presence and the count; the executor can go on once both have. */
export function attendDestruction(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version, typedCount }: InputOf<typeof attendDestructionEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'attend' }, async (tx, loaded) => {
    const { agencyId, personId, positionId } = actor;
    if (loaded.parties.some((party) => WITNESS_ROLES.includes(party.role) && party.personId === personId))
      throw new AppError('two_people', { detail: 'Anda sudah menjadi saksi dari jabatan lain.' });
    await requireCount(tx, { agencyId, now: deps.now() }, loaded, typedCount);
    await act(tx, deps, actor, { loaded, kind: 'attend' });
    const now = deps.now();
    const verdict = { verdict: 'attend', note: '', typedCount, now } as const;
    await setVerdict(tx, { agencyId, disposalId, roles: WITNESS_ROLES, positionId, personId, ...verdict });
    await setState(tx, { agencyId, disposalId, state: loaded.row.state, now });
    return [{ action: 'disposal.attended', detail: { disposalId, typedCount } }];
  });
}
