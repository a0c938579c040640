import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';

export async function insertIncomingGrants(
  tx: Tx,
  incoming: { agencyId: string; incomingId: string; now: Date },
  grants: readonly { kind: string; granteeId: string; role: string; reason: string }[],
): Promise<void> {
  await run(
    tx,
    `insert into incoming_access (agency_id, incoming_id, grantee_kind, grantee_id, role, reason, created_at)
     select :agencyId::uuid, :incomingId::uuid, g.kind, g."granteeId", g.role, g.reason, :now::timestamptz
     from jsonb_to_recordset(:grants::jsonb) as g(kind text, "granteeId" uuid, role text, reason text)
     order by 3, 4, 5, 6 on conflict do nothing`,
    { ...incoming, grants: JSON.stringify(grants) },
  );
}

export function findIncomingGrant(
  tx: Tx,
  who: {
    agencyId: string;
    incomingId: string;
    positionId: string;
    personId: string | null;
    unitRoles: readonly string[];
  },
): Promise<{ reason: string } | undefined> {
  return one(
    tx,
    `select reason from incoming_access
     where agency_id = :agencyId and incoming_id = :incomingId
       and ((grantee_kind = 'position' and grantee_id = :positionId)
         or (grantee_kind = 'person' and grantee_id = :personId::uuid)
         or (grantee_kind = 'unit_role' and grantee_id::text || ':' || role = any(:unitRoles::text[])))
     limit 1`,
    { ...who, unitRoles: [...who.unitRoles] },
    z.object({ reason: z.string() }),
  );
}

/** Takes the reading right that had this one reason; rights for other reasons stay. */
export async function deleteIncomingGrants(
  tx: Tx,
  which: { agencyId: string; incomingId: string; reasons: readonly string[] },
): Promise<void> {
  await run(
    tx,
    `delete from incoming_access where agency_id = :agencyId and incoming_id = :incomingId and reason = any(:reasons::text[])`,
    { ...which, reasons: [...which.reasons] },
  );
}
