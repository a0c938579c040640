import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { recordPrintEndpoint } from './contract.ts';
import { loadReadable } from './load-letter.ts';
import { insertPrint } from './print-queries.ts';

/** Paper made from a signed letter; the savings report subtracts it. */
export function recordPrint(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof recordPrintEndpoint>,
): Promise<OutputOf<typeof recordPrintEndpoint>> {
  return command(deps, actor, async (tx) => {
    const { letter } = await loadReadable(tx, actor, input.letterId);
    if (!actor.canAct) throw new AppError('desk_read_only');
    if (letter.pageCount === null) throw new AppError('wrong_state');
    const sheets = letter.pageCount * input.copies;
    const { date } = await today(tx, deps, actor.agencyId);
    await insertPrint(tx, {
      agencyId: actor.agencyId,
      id: uuidv7(),
      letterId: letter.id,
      unitId: actor.opdId,
      personId: actor.personId,
      sheets,
      now: deps.now(),
      onDay: date,
    });
    await recordEvents(tx, deps, actor, [
      { action: 'letter.printed', letterId: letter.id, detail: { copies: input.copies, sheets } },
    ]);
    return { sheets };
  });
}
