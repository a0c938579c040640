import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { approveDisposalEndpoint, Disposal } from './contract.ts';
import { act, disposalCommand, requireCount } from './disposal-command.ts';
import { listPapers } from './paper-queries.ts';
import { setState } from './queries.ts';

/** The word of who may approve. It counts once the paper of approval carries the same person's signature. */
export function approveDisposal(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version, typedCount }: InputOf<typeof approveDisposalEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'approve' }, async (tx, loaded) => {
    const { agencyId } = actor;
    const papers = await listPapers(tx, { agencyId, disposalId });
    if (!papers.some(({ kind }) => kind === 'approval')) throw new AppError('paper_unsigned');
    await requireCount(tx, { agencyId, now: deps.now() }, loaded, typedCount);
    await act(tx, deps, actor, { loaded, kind: 'approve' });
    await setState(tx, { agencyId, disposalId, state: loaded.row.state, now: deps.now() });
    return [{ action: 'disposal.approved', detail: { disposalId, typedCount } }];
  });
}
