import { z } from 'zod';
import { one, type Tx } from '../db.ts';
import { INCOMING_STATUSES } from '../incoming/states.ts';

const Tracking = z.object({ agencyId: z.uuid(), incomingId: z.uuid() });

/** `incoming_tracking` has no tenant wall: the public knows a code, not an agency. */
export function findTracking(tx: Tx, code: string): Promise<z.output<typeof Tracking> | undefined> {
  return one(tx, `select agency_id, incoming_id from incoming_tracking where code = :code`, { code }, Tracking);
}

const TrackedRow = z.object({
  agencyName: z.string(),
  unitName: z.string(),
  status: z.enum(INCOMING_STATUSES),
  receivedAt: z.string(),
  directedAt: z.string().nullable(),
  disposedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
});
export type TrackedRow = z.output<typeof TrackedRow>;

/** States and their times, nothing of what the letter says. */
export function findTracked(tx: Tx, wanted: { agencyId: string; incomingId: string }): Promise<TrackedRow | undefined> {
  return one(
    tx,
    `select a.name as agency_name, u.name as unit_name, i.status, i.received_at, i.directed_at, i.done_at, i.cancelled_at,
       (select min(d.delivered_at) from disposition d where d.agency_id = i.agency_id and d.incoming_id = i.id) as disposed_at
     from incoming_letter i
     join agency a on a.id = i.agency_id
     join org_unit u on u.agency_id = i.agency_id and u.id = i.unit_id
     where i.agency_id = :agencyId and i.id = :incomingId`,
    wanted,
    TrackedRow,
  );
}
