import type { DeskActor } from '../deps.ts';

/** What the desk holds, as the tokens of `letter_search.rights`. */
export function rightsOf(actor: Pick<DeskActor, 'positionId' | 'personId' | 'roles'>): string[] {
  return [
    `p:${actor.positionId}`,
    `x:${actor.personId}`,
    ...actor.roles.map(({ unitId, role }) => `u:${unitId}:${role}`),
  ];
}
