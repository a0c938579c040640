import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { unitsServed } from '../incoming/registry-rights.ts';
import { loadIntake } from '../intake/load-intake.ts';
import { today } from '../organisation/directory.ts';
import { findBookState, listLocations, listUsedCodes } from './context-queries.ts';
import type { getRegistrationContextEndpoint } from './contract.ts';
import { findBook } from './find-book.ts';
import { usualDesks } from './list-usual-desks.ts';

const MOST = 8;

/** What the form starts with: the book, and what the unit uses most. */
export function getRegistrationContext(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getRegistrationContextEndpoint>,
): Promise<OutputOf<typeof getRegistrationContextEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const item = input.intakeId === undefined ? undefined : await loadIntake(tx, actor, input.intakeId);
    const { unitId, register } = await findBook(tx, actor, item?.unitId);
    const { date, year } = await today(tx, deps, agencyId);
    const book = { agencyId, unitId };
    const state = await findBookState(tx, { ...book, registerId: register.id, year });
    return {
      unitId,
      unitName: state?.unitName ?? '',
      registerName: register.name,
      nextAgendaNumber: state?.next ?? 1,
      agendaYear: year,
      today: date,
      classifications: await listUsedCodes(tx, { ...book, limit: MOST }),
      desks: await usualDesks(tx, { ...book, date }),
      locations: await listLocations(tx, { ...book, limit: MOST }),
      canDirect: unitsServed(actor, 'direct').includes(unitId),
    };
  });
}
