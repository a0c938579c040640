import { z } from 'zod';
import { many, run, type Tx } from '../db.ts';
import type { IncomingStatus } from './states.ts';

type Key = { agencyId: string; incomingId: string };

/** Work that begins anew on a letter that was done takes back that it was. */
export async function setStatus(tx: Tx, moved: Key & { status: IncomingStatus }): Promise<void> {
  await run(
    tx,
    `update incoming_letter set status = :status, version = version + 1, done_at = null, done_note = null
     where agency_id = :agencyId and id = :incomingId`,
    moved,
  );
}

export async function setFinished(tx: Tx, finished: Key & { note: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update incoming_letter set status = 'done', done_at = :now, done_note = nullif(:note, ''), version = version + 1
     where agency_id = :agencyId and id = :incomingId`,
    finished,
  );
}

/** The desk had done its part, the first time that it did. */
export async function setSettled(tx: Tx, settled: Key & { positionId: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update incoming_addressee set settled_at = :now
     where agency_id = :agencyId and incoming_id = :incomingId and position_id = :positionId and settled_at is null`,
    settled,
  );
}

export async function insertForwarded(
  tx: Tx,
  forwarded: Key & {
    positionIds: readonly string[];
    byPositionId: string;
    byPersonId: string;
    note: string;
    isUrgent: boolean;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at, directed_by_position_id, directed_by_person_id,
       note, is_urgent)
     select :agencyId, :incomingId, p, 'to', :now, :byPositionId, :byPersonId, :note, :isUrgent from unnest(:positionIds::uuid[]) p
     on conflict do nothing`,
    { ...forwarded, positionIds: [...forwarded.positionIds] },
  );
}

const DeskRow = z.object({ positionId: z.uuid(), title: z.string(), isVacant: z.boolean() });

/** Desks that exist, and whether anyone sits there on a date. */
export function listForwardDesks(
  tx: Tx,
  wanted: { agencyId: string; positionIds: readonly string[]; date: string },
): Promise<z.output<typeof DeskRow>[]> {
  return many(
    tx,
    `select p.id as position_id, p.title, not exists (select from appointment a where a.agency_id = p.agency_id
         and a.position_id = p.id and a.valid @> :date::date) as is_vacant
     from position p where p.agency_id = :agencyId and p.id = any(:positionIds::uuid[]) and p.abolished_at is null`,
    { ...wanted, positionIds: [...wanted.positionIds] },
    DeskRow,
  );
}

const PageBlob = z.object({ page: z.int(), widthPx: z.int(), heightPx: z.int(), sha256: z.string() });

/** Pictures of the pages of a scan, in order. */
export function listPageBlobs(
  tx: Tx,
  scan: { agencyId: string; intakeId: string },
): Promise<z.output<typeof PageBlob>[]> {
  return many(
    tx,
    `select ordinal as page, width_px, height_px, image_sha256 as sha256 from intake_page
     where agency_id = :agencyId and intake_id = :intakeId order by ordinal`,
    scan,
    PageBlob,
  );
}

/** A desk that had only a copy and is now to act gets the letter as its own; what it did with the copy stays. */
export async function insertDirected(
  tx: Tx,
  directed: Key & {
    positionIds: readonly string[];
    role: 'to' | 'cc';
    isUrgent: boolean;
    note: string;
    byPositionId: string;
    byPersonId: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at, is_urgent, directed_by_position_id,
       directed_by_person_id, note)
     select :agencyId::uuid, :incomingId::uuid, desk, :role, :now::timestamptz, :isUrgent::boolean, :byPositionId::uuid, :byPersonId::uuid,
       :note
     from unnest(:positionIds::uuid[]) as desk on conflict do nothing`,
    { ...directed, positionIds: [...directed.positionIds] },
  );
}

export async function deleteCopies(tx: Tx, letter: Key & { positionIds: readonly string[] }): Promise<void> {
  await run(
    tx,
    `delete from incoming_addressee where agency_id = :agencyId and incoming_id = :incomingId and role = 'cc'
       and position_id = any(:positionIds::uuid[])`,
    { ...letter, positionIds: [...letter.positionIds] },
  );
}

export async function setDirected(tx: Tx, letter: Key & { status: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update incoming_letter set status = :status, directed_at = coalesce(directed_at, :now), version = version + 1
     where agency_id = :agencyId and id = :incomingId`,
    letter,
  );
}
