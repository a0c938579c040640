import type { Assumptions } from './contract.ts';

type Dated = Assumptions & { validFrom: string };

/**
 * The assumptions of a month: those valid on its last day, so that a change counts for the month in which it is made.
 * Before the first date the oldest ones hold. `dated` is ordered newest first; dates are YYYY-MM-DD.
 */
export function chooseAssumptions(dated: readonly Dated[], month: string): Assumptions {
  return withoutDate(dated.find(({ validFrom }) => validFrom.slice(0, 7) <= month) ?? dated.at(-1));
}

/** Those valid on a day. */
export function assumptionsOn(dated: readonly Dated[], day: string): Assumptions {
  return withoutDate(dated.find(({ validFrom }) => validFrom <= day) ?? dated.at(-1));
}

function withoutDate(found: Dated | undefined): Assumptions {
  if (!found) throw new Error('The agency has no assumptions for savings');
  const { validFrom: _validFrom, ...assumptions } = found;
  return assumptions;
}
