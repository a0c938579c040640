import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';
import { isReadable, type Reader } from './reading-right.ts';

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

export async function hasRight(tx: Tx, who: Reader & { letterId: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select ${isReadable('letter_access', 'l')} as can_read from letter l where l.agency_id = :agencyId and l.id = :letterId`,
    { ...who },
    z.object({ canRead: z.boolean() }),
  );
  return row?.canRead ?? false;
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
