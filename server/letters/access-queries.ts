import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';

export interface GrantRow {
  kind: string;
  granteeId: string;
  role: string;
  reason: string;
}

/** All grants in one statement; those that stand already are left as they are. */
export async function insertGrants(
  tx: Tx,
  letter: { agencyId: string; letterId: string; now: Date },
  grants: readonly GrantRow[],
): Promise<void> {
  await run(
    tx,
    `insert into letter_access (agency_id, letter_id, grantee_kind, grantee_id, role, reason, created_at)
     select :agencyId::uuid, :letterId::uuid, g.kind, g."granteeId", g.role, g.reason, :now::timestamptz
     from jsonb_to_recordset(:grants::jsonb) as g(kind text, "granteeId" uuid, role text, reason text)
     order by 3, 4, 5, 6 on conflict do nothing`,
    { ...letter, grants: JSON.stringify(grants) },
  );
}

const Found = z.object({ reason: z.string() });

export function findGrant(
  tx: Tx,
  who: {
    agencyId: string;
    letterId: string;
    positionId: string;
    personId: string | null;
    unitRoles: readonly string[];
  },
): Promise<{ reason: string } | undefined> {
  return one(
    tx,
    `select reason from letter_access
     where agency_id = :agencyId and letter_id = :letterId
       and ((grantee_kind = 'position' and grantee_id = :positionId)
         or (grantee_kind = 'person' and grantee_id = :personId::uuid)
         or (grantee_kind = 'unit_role' and grantee_id::text || ':' || role = any(:unitRoles::text[])))
     limit 1`,
    { ...who, unitRoles: [...who.unitRoles] },
    Found,
  );
}

export async function deleteGrants(
  tx: Tx,
  which: { agencyId: string; letterId: string; reasons: readonly string[] },
): Promise<void> {
  await run(
    tx,
    `delete from letter_access where agency_id = :agencyId and letter_id = :letterId and reason = any(:reasons::text[])`,
    { ...which, reasons: [...which.reasons] },
  );
}
