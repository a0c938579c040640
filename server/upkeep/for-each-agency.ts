import type { Deps } from '../deps.ts';
import { listAgencyIds } from './queries.ts';

/** Runs a sweep for one agency after the other; each in transactions of its own. */
export async function forEachAgency(deps: Deps, sweep: (agencyId: string) => Promise<void>): Promise<void> {
  const ids = await deps.db.transaction({ agencyId: null }, listAgencyIds);
  for (const id of ids) await sweep(id);
}
