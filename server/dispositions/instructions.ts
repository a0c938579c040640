import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { changeSettings } from './change-settings.ts';
import { type listInstructionsEndpoint, PositionGroup, type setInstructionsEndpoint } from './contract.ts';
import { loadAllWordings } from './load-wordings.ts';
import { replaceWordings } from './settings-queries.ts';

export function listInstructions(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listInstructionsEndpoint>> {
  return read(deps, actor, async (tx) => {
    const lists = await loadAllWordings(tx, actor.agencyId);
    return { groups: PositionGroup.options.map((group) => ({ group, wordings: [...lists[group]] })) };
  });
}

export function setInstructions(
  deps: Deps,
  actor: DeskActor,
  { group, wordings }: InputOf<typeof setInstructionsEndpoint>,
): Promise<OutputOf<typeof setInstructionsEndpoint>> {
  return changeSettings(deps, actor, { group, wordings }, async (tx) => {
    const seen = new Set(wordings.map((wording) => wording.toLocaleLowerCase('id')));
    if (seen.size < wordings.length)
      throw new AppError('invalid_input', {
        fields: [{ path: 'wordings', message: 'Ada instruksi yang tertulis dua kali. Hapus salah satunya.' }],
      });
    await replaceWordings(tx, { agencyId: actor.agencyId, group, wordings });
    return { group, wordings };
  });
}
