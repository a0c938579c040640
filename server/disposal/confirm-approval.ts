import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { confirmApprovalEndpoint, Disposal } from './contract.ts';
import { act, disposalCommand, requireCount } from './disposal-command.ts';
import { preparePaper } from './prepare-paper.ts';
import { setState } from './queries.ts';
import { nextDisposalState } from './states.ts';

/** The second pair of eyes on the approval of the National Archives; the decree follows. */
export function confirmApproval(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version, typedCount }: InputOf<typeof confirmApprovalEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'confirm_approval' }, async (tx, loaded) => {
    const { agencyId } = actor;
    const { row } = loaded;
    await requireCount(tx, { agencyId, now: deps.now() }, loaded, typedCount);
    await act(tx, deps, actor, { loaded, kind: 'confirm_approval' });
    const state = nextDisposalState(row.kind, row.state, 'settle_approval') ?? row.state;
    await setState(tx, { agencyId, disposalId, state, now: deps.now() });
    const paper = await preparePaper(tx, deps, { agencyId, disposalId, kind: 'decree' });
    const detail = { disposalId, number: row.externalNumber, typedCount, decree: paper.number };
    return [{ action: 'disposal.approval_confirmed', detail }];
  });
}
