import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';

export async function insertGrant(
  tx: Tx,
  row: { agencyId: string; letterId: string; kind: string; granteeId: string; role: string; reason: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into letter_access (agency_id, letter_id, grantee_kind, grantee_id, role, reason, created_at)
     values (:agencyId, :letterId, :kind, :granteeId, :role, :reason, :now) on conflict do nothing`,
    row,
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
