import type { DeskActor } from '../deps.ts';
import { unitRolesOf } from '../letters/access.ts';

/** What the desk holds, as the tokens of `archive_search.rights`. */
export function rightsOf(actor: Pick<DeskActor, 'positionId' | 'personId' | 'roles'>): string[] {
  return [`p:${actor.positionId}`, `x:${actor.personId}`, ...new Set(unitRolesOf(actor).map((held) => `u:${held}`))];
}
