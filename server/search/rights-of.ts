import type { Reader } from '../letters/reading-right.ts';

/** What the desk holds, as the tokens of `letter_search.rights`. */
export function rightsOf({ positionId, serves, personId, unitRoles }: Reader): string[] {
  return [
    `p:${positionId}`,
    `x:${personId}`,
    ...serves.map((served) => `s:${served}`),
    ...unitRoles.map((unitRole) => `u:${unitRole}`),
  ];
}
