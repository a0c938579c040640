import type { Deps, DeskActor } from '../deps.ts';
import type { Disposal } from './contract.ts';
import { disposalCommand } from './disposal-command.ts';
import { releaseFiles } from './file-queries.ts';
import { clearVerdicts } from './party-queries.ts';
import { setBackToDraft, setCancelled } from './queries.ts';
import { voidDisposalPapers } from './void-disposal-papers.ts';

interface Asked {
  disposalId: string;
  version: number;
  reason: string;
}

/** To the selection, with the reason shown there. Files that the panel took out stay out. */
export function returnDisposal(deps: Deps, actor: DeskActor, input: Asked): Promise<Disposal> {
  return backToDraft(deps, actor, { ...input, action: 'return', event: 'disposal.returned' });
}

export function withdrawDisposal(deps: Deps, actor: DeskActor, input: Asked): Promise<Disposal> {
  return backToDraft(deps, actor, { ...input, action: 'withdraw', event: 'disposal.withdrawn' });
}

function backToDraft(
  deps: Deps,
  actor: DeskActor,
  input: Asked & { action: 'return' | 'withdraw'; event: string },
): Promise<Disposal> {
  const { disposalId, version, reason, action, event } = input;
  return disposalCommand(deps, actor, { disposalId, version, action }, async (tx) => {
    const key = { agencyId: actor.agencyId, disposalId };
    const voided = await voidDisposalPapers(tx, deps, actor, { disposalId, reason });
    await setBackToDraft(tx, { ...key, reason });
    await clearVerdicts(tx, key);
    return [{ action: event, detail: { disposalId, reason } }, ...voided];
  });
}

/** For good: the files are free for another proposal. */
export function cancelDisposal(deps: Deps, actor: DeskActor, input: Asked): Promise<Disposal> {
  const { disposalId, version, reason } = input;
  return disposalCommand(deps, actor, { disposalId, version, action: 'cancel' }, async (tx) => {
    const key = { agencyId: actor.agencyId, disposalId };
    const voided = await voidDisposalPapers(tx, deps, actor, { disposalId, reason });
    await releaseFiles(tx, key);
    await setCancelled(tx, { ...key, reason, now: deps.now() });
    return [{ action: 'disposal.cancelled', detail: { disposalId, reason } }, ...voided];
  });
}
