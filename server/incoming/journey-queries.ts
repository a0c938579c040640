import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

type Key = { agencyId: string; incomingId: string };

const Moments = z.object({
  receivedAt: z.string(),
  directedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
});
export type Moments = z.output<typeof Moments>;

export function findMoments(tx: Tx, wanted: Key): Promise<Moments | undefined> {
  return one(
    tx,
    `select received_at, directed_at, done_at, cancelled_at from incoming_letter
     where agency_id = :agencyId and id = :incomingId`,
    wanted,
    Moments,
  );
}

const Turn = z.object({ positionId: z.uuid(), receivedAt: z.string(), settledAt: z.string().nullable() });
export type Turn = z.output<typeof Turn>;

/** When each desk that has to act on the letter got it, and when it had done its part. */
export function listTurns(tx: Tx, wanted: Key): Promise<Turn[]> {
  return many(
    tx,
    `select position_id, received_at, settled_at from incoming_addressee
     where agency_id = :agencyId and incoming_id = :incomingId and role = 'to' order by received_at, position_id`,
    wanted,
    Turn,
  );
}

const DeskName = z.object({ id: z.uuid(), shortTitle: z.string() });

export function listDeskNames(
  tx: Tx,
  wanted: { agencyId: string; positionIds: readonly string[] },
): Promise<z.output<typeof DeskName>[]> {
  return many(
    tx,
    `select id, short_title from position where agency_id = :agencyId and id = any(:positionIds::uuid[])`,
    wanted,
    DeskName,
  );
}
