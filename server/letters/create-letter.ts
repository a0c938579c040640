import { command } from '../command.ts';
import { recordEvents } from '../audit/record-events.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { beginLetter } from './begin-letter.ts';
import type { createLetterEndpoint, Letter } from './contract.ts';
import { describeLetter } from './describe-letter.ts';

/** Begins a draft with a proposed signatory and circuit; `copyOf` reuses the words of an older letter. */
export function createLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof createLetterEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const { id, event } = await beginLetter(tx, deps, actor, input);
    const described = await describeLetter(tx, deps, actor, id);
    await recordEvents(tx, deps, actor, [event]);
    return described;
  });
}
