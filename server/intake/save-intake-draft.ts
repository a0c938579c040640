import { command } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { saveIntakeDraftEndpoint } from './contract.ts';
import { loadIntake, loadWaiting } from './load-intake.ts';
import { setDraft } from './queries.ts';
import { writeStorable } from './write-storable.ts';

const MOST_CHARACTERS = 20_000;

/** Keeps the unfinished form, so that another clerk or tomorrow goes on with it. */
export function saveIntakeDraft(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof saveIntakeDraftEndpoint>,
): Promise<OutputOf<typeof saveIntakeDraftEndpoint>> {
  const draft = writeStorable(input.draft);
  if (draft.length > MOST_CHARACTERS)
    throw new AppError('invalid_input', {
      fields: [{ path: 'draft', message: 'Isian terlalu panjang untuk disimpan. Persingkat isi ringkas.' }],
    });
  const work = async (tx: Tx) => {
    const { id } = await loadWaiting(tx, actor, { intakeId: input.intakeId, task: 'register' });
    const now = deps.now();
    await setDraft(tx, { agencyId: actor.agencyId, intakeId: id, draft, now });
    return { savedAt: now.toISOString() };
  };
  const again = async (tx: Tx) => {
    const { draftSavedAt, receivedAt } = await loadIntake(tx, actor, input.intakeId);
    return { savedAt: draftSavedAt ?? receivedAt };
  };
  return command(deps, actor, work, again);
}
