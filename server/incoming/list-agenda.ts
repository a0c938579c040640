import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listAgendaEndpoint } from './contract.ts';
import { countIncomingBook } from './incoming-book-queries.ts';
import { openBook, type OpenBook } from './open-book.ts';
import { countOutgoingBook } from './outgoing-book-queries.ts';
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
      total: await countMatches(tx, book),
      registerName: registers.map(({ name }) => name).join(' · '),
      unitName: book.unit.name,
      year: book.filter.year,
      given: registers.reduce((sum, register) => sum + register.given, 0),
      void: registers.reduce((sum, register) => sum + register.void, 0),
      units: book.units,
    };
  });
}

function countMatches(tx: Tx, { kind, filter, registers }: OpenBook): Promise<number> {
  const counted = { ...filter, limit: MOST_COUNTED };
  return kind === 'incoming'
    ? countIncomingBook(tx, counted)
    : countOutgoingBook(tx, { ...counted, registerIds: registers.map(({ id }) => id) });
}
