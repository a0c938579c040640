import { z } from 'zod';
import { many, run, type Tx } from '../db.ts';

const OwnDay = z.object({ date: z.string(), name: z.string(), isOff: z.boolean() });
export type OwnDay = z.output<typeof OwnDay>;

/** Days that differ from the national calendar; a handful a year. */
export function listOwnDays(tx: Tx, agencyId: string): Promise<OwnDay[]> {
  return many(
    tx,
    `select date, name, is_off from agency_holiday where agency_id = :agencyId order by date`,
    { agencyId },
    OwnDay,
  );
}

export async function putOwnDay(tx: Tx, day: OwnDay & { agencyId: string }): Promise<void> {
  await run(
    tx,
    `insert into agency_holiday (agency_id, date, name, is_off) values (:agencyId, :date, :name, :isOff)
     on conflict (agency_id, date) do update set name = excluded.name, is_off = excluded.is_off`,
    { ...day },
  );
}

export async function deleteOwnDay(tx: Tx, day: { agencyId: string; date: string }): Promise<void> {
  await run(tx, `delete from agency_holiday where agency_id = :agencyId and date = :date`, day);
}
