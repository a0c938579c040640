import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';
import { isReadable, type Reader } from '../letters/reading-right.ts';

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

export async function hasIncomingRight(tx: Tx, who: Reader & { incomingId: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select ${isReadable('incoming_access', 'i')} as can_read from incoming_letter i where i.agency_id = :agencyId and i.id = :incomingId`,
    { ...who },
    z.object({ canRead: z.boolean() }),
  );
  return row?.canRead ?? false;
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
