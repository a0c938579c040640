import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { releaseBlobs } from '../files/files.ts';
import type { discardEditionEndpoint } from './contract.ts';
import { deleteFiles, setDiscarded } from './edition-queries.ts';
import { lockDraft } from './lock-draft.ts';
import { requireSchemeChanger } from './scheme-rights.ts';
import { blobOwner } from './upload-classification-file.ts';

/** Gives up a draft with its files; their bytes follow as any unused blob. */
export function discardEdition(
  deps: Deps,
  actor: DeskActor,
  { editionId }: InputOf<typeof discardEditionEndpoint>,
): Promise<{ id: string }> {
  return command(deps, actor, async (tx) => {
    requireSchemeChanger(actor);
    const { agencyId } = actor;
    await lockDraft(tx, { agencyId, editionId });
    await dropDraft(tx, { agencyId, editionId });
    return { id: editionId };
  });
}

export async function dropDraft(
  tx: Tx,
  { agencyId, editionId }: { agencyId: string; editionId: string },
): Promise<void> {
  await deleteFiles(tx, { agencyId, editionId });
  for (const slot of ['scheme', 'schedule'] as const)
    await releaseBlobs(tx, { agencyId, kind: blobOwner(slot), id: editionId });
  await setDiscarded(tx, { agencyId, editionId });
}
