import { run, type Tx } from '../db.ts';

export async function insertHint(
  tx: Tx,
  about: { agencyId: string; kind: string; entityId: string; positionIds: readonly string[]; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into hint (agency_id, kind, entity_id, positions, created_at) values (:agencyId, :kind, :entityId, :positions::uuid[], :now)`,
    { ...about, positions: [...about.positionIds] },
  );
}

export async function insertNotification(
  tx: Tx,
  row: { agencyId: string; id: string; positionId: string; kind: string; letterId: string; text: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into notification (agency_id, id, position_id, kind, letter_id, text, created_at)
     values (:agencyId, :id, :positionId, :kind, :letterId, :text, :now)`,
    {
      agencyId: row.agencyId,
      id: row.id,
      positionId: row.positionId,
      kind: row.kind,
      letterId: row.letterId,
      text: row.text,
      now: row.now,
    },
  );
}
