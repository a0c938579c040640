import type { DeskActor } from '../deps.ts';

/** Who reads, as {@link isReadable} asks for it. */
export interface Reader {
  agencyId: string;
  positionId: string;
  /** Officials whom the desk serves as secretary today. */
  serves: string[];
  personId: string;
  /** `unit:role` as grants name them. */
  unitRoles: string[];
}

export function readerOf({ agencyId, positionId, serves, personId, roles }: DeskActor): Reader {
  return { agencyId, positionId, serves: [...serves], personId, unitRoles: roles.map(unitRoleOf) };
}

/** The parts of a split registry read as the registry does. */
function unitRoleOf({ unitId, role }: DeskActor['roles'][number]): string {
  return `${unitId}:${role.startsWith('mail_') ? 'registry' : role}`;
}

/** An official wrote or initialled the other letters: those are not for the secretary. */
const REACHED = `(g.reason in ('recipient', 'carbon copy', 'forwarded') or g.reason like 'disposition:%')`;

const LETTER_KEYS = { letter_access: 'letter_id', incoming_access: 'incoming_id' };

/**
 * SQL: whether the {@link Reader} in the bindings may read the letter `letter` (an alias), by its rows in `grants`.
 * "Who may read" (product.md): a grant to the desk; for B and T also to a unit role it holds, or to an official it serves
 * whom the letter reached; for B also to the person. R and SR: only desks that are named. `search_rights` says it in SQL too.
 */
export function isReadable(grants: keyof typeof LETTER_KEYS, letter: string): string {
  return `exists (select from ${grants} g where g.agency_id = ${letter}.agency_id and g.${LETTER_KEYS[grants]} = ${letter}.id
    and case g.grantee_kind
      when 'position' then g.grantee_id = :positionId
        or (${letter}.security_class in ('B', 'T') and g.grantee_id = any(:serves::uuid[]) and ${REACHED})
      when 'unit_role' then ${letter}.security_class in ('B', 'T') and g.grantee_id::text || ':' || g.role = any(:unitRoles::text[])
      else ${letter}.security_class = 'B' and g.grantee_id = :personId end)`;
}

/** SQL: the subject as a list shows it to the {@link Reader}; that of an open letter to everybody who sees the list. */
export function subjectFor(grants: keyof typeof LETTER_KEYS, letter: string): string {
  return `case when ${letter}.security_class = 'B' or (${letter}.security_class = 'T' and ${isReadable(grants, letter)})
    then ${letter}.subject else 'Rahasia' end`;
}
