import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Disposal, getDisposalEndpoint } from './contract.ts';
import { describeDisposal } from './describe-disposal.ts';

export function getDisposal(
  deps: Deps,
  actor: DeskActor,
  { disposalId }: InputOf<typeof getDisposalEndpoint>,
): Promise<Disposal> {
  return read(deps, actor, (tx) => describeDisposal(tx, deps, actor, disposalId));
}
