import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listAgendaEndpoint } from './contract.ts';
import { countMatches } from './count-matches.ts';
import { openBook } from './open-book.ts';
import { readBook, readPlace, writePlace } from './read-book.ts';

const MOST_COUNTED = 10_000;

/** A page of a unit's agenda book. Secret letters keep their subject; void numbers stay with their reason. */
export function listAgenda(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listAgendaEndpoint>,
): Promise<OutputOf<typeof listAgendaEndpoint>> {
  const after = readPlace(input.after);
  return read(deps, actor, async (tx) => {
    const book = await openBook(tx, deps, actor, input);
    const { rows, next } = await readBook(tx, book, { after, limit: input.limit });
    const { registers } = book;
    return {
      rows,
      next: next === null ? null : writePlace(next),
      total: await countMatches(tx, book, MOST_COUNTED),
      registerName: registers.map(({ name }) => name).join(' · '),
      unitName: book.unit.name,
      year: book.filter.year,
      given: registers.reduce((sum, register) => sum + register.given, 0),
      void: registers.reduce((sum, register) => sum + register.void, 0),
      units: book.units,
    };
  });
}
