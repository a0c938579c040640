import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { loadIntake } from '../intake/load-intake.ts';
import { readerOf } from '../letters/reading-right.ts';
import { cleanNumber } from './check-content.ts';
import type { findDuplicatesEndpoint } from './contract.ts';
import { findBook } from './find-book.ts';
import { findLikeLetters } from './find-like-letters.ts';

/** What the form warns of while it is filled in. */
export function findDuplicates(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof findDuplicatesEndpoint>,
): Promise<OutputOf<typeof findDuplicatesEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { intakeId } = input;
    const item = intakeId === null ? undefined : await loadIntake(tx, actor, intakeId);
    const { unitId } = await findBook(tx, actor, item?.unitId);
    const letter = { ...input, number: cleanNumber(input.number), ...readerOf(actor), unitId, now: deps.now() };
    return { duplicates: await findLikeLetters(tx, letter) };
  });
}
