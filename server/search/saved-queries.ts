import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { SavedWanted } from './saved-contract.ts';

const SavedRow = z.object({
  id: z.uuid(),
  name: z.string(),
  wanted: SavedWanted,
  hasAlert: z.boolean(),
  seenAt: z.string(),
  version: z.int(),
});
export type SavedRow = z.output<typeof SavedRow>;

interface Owner {
  agencyId: string;
  positionId: string;
  personId: string;
}

const COLUMNS = 'id, name, wanted, has_alert, seen_at, version';
const OWN = 'agency_id = :agencyId and position_id = :positionId and person_id = :personId';

export function listSavedRows(tx: Tx, owner: Owner): Promise<SavedRow[]> {
  return many(tx, `select ${COLUMNS} from saved_search where ${OWN} order by created_at, id`, { ...owner }, SavedRow);
}

export function findSaved(tx: Tx, owner: Owner & { savedId: string }): Promise<SavedRow | undefined> {
  return one(tx, `select ${COLUMNS} from saved_search where ${OWN} and id = :savedId`, { ...owner }, SavedRow);
}

/** False when the name is taken. */
export async function insertSaved(
  tx: Tx,
  saved: Owner & { id: string; name: string; wanted: SavedWanted; hasAlert: boolean; now: Date },
): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into saved_search (agency_id, id, position_id, person_id, name, wanted, has_alert, seen_at, alerted_at, created_at)
     values (:agencyId, :id, :positionId, :personId, :name, :wanted::jsonb, :hasAlert, :now, :now, :now) on conflict do nothing`,
    { ...saved, wanted: JSON.stringify(saved.wanted) },
  );
  return inserted === 1;
}

export async function isNameTaken(tx: Tx, saved: Owner & { savedId: string; name: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select true as taken from saved_search where ${OWN} and id <> :savedId and lower(name) = lower(:name)`,
    { ...saved },
    z.object({ taken: z.literal(true) }),
  );
  return row !== undefined;
}

/** False when the version has moved on. */
export async function setSaved(
  tx: Tx,
  saved: Owner & { savedId: string; version: number; name: string; hasAlert: boolean; now: Date },
): Promise<boolean> {
  const moved = await run(
    tx,
    `update saved_search set name = :name, has_alert = :hasAlert, version = version + 1,
       alerted_at = case when :hasAlert and not has_alert then :now::timestamptz else alerted_at end
     where ${OWN} and id = :savedId and version = :version`,
    { ...saved },
  );
  return moved === 1;
}

export async function setSavedSeen(tx: Tx, saved: Owner & { savedId: string; now: Date }): Promise<void> {
  await run(tx, `update saved_search set seen_at = :now, alerted_at = :now where ${OWN} and id = :savedId`, {
    ...saved,
  });
}

export async function deleteSaved(tx: Tx, saved: Owner & { savedId: string }): Promise<boolean> {
  return (await run(tx, `delete from saved_search where ${OWN} and id = :savedId`, { ...saved })) === 1;
}

/** What grants since a moment let the desk read; the newest 2,000. */
export async function listGrantedSince(
  tx: Tx,
  query: { agencyId: string; positionId: string; personId: string; unitRoles: readonly string[]; since: string },
): Promise<string[]> {
  const since = (table: string, key: string) => `(select a.${key} as id from ${table} a
    where a.agency_id = :agencyId and a.created_at > :since::timestamptz
      and ((a.grantee_kind = 'position' and a.grantee_id = :positionId) or (a.grantee_kind = 'person' and a.grantee_id = :personId)
        or (a.grantee_kind = 'unit_role' and a.grantee_id::text || ':' || a.role = any(:unitRoles::text[])))
    order by a.created_at desc limit 2000)`;
  const rows = await many(
    tx,
    [
      since('letter_access', 'letter_id'),
      since('incoming_access', 'incoming_id'),
      since('document_access', 'document_id'),
    ].join(' union '),
    { ...query, unitRoles: [...query.unitRoles] },
    z.object({ id: z.uuid() }),
  );
  return rows.map(({ id }) => id);
}

const AlertRow = z.object({
  id: z.uuid(),
  name: z.string(),
  wanted: SavedWanted,
  alertedAt: z.string(),
  personId: z.uuid(),
  desk: z
    .object({
      positionId: z.uuid(),
      opdId: z.uuid(),
      serves: z.array(z.uuid()),
      roles: z.array(
        z.object({
          role: z.enum([
            'registry',
            'mail_receiver',
            'mail_controller',
            'mail_director',
            'archivist',
            'auditor',
            'admin',
          ]),
          unitId: z.uuid(),
        }),
      ),
    })
    .nullable(),
});
export type AlertRow = z.output<typeof AlertRow>;

/** Searches with notices that were last looked into before a moment, with the desk as it stands now: none when nobody sits there any more. */
export function listAlerts(
  tx: Tx,
  query: { agencyId: string; before: Date; now: Date; today: string; limit: number },
): Promise<AlertRow[]> {
  return many(
    tx,
    `select s.id, s.name, s.wanted, s.alerted_at, s.person_id, find_desk(s.agency_id, s.person_id, held.id, :now::timestamptz) as desk
     from saved_search s
     left join lateral (
       select a.id from appointment a where a.agency_id = s.agency_id and a.position_id = s.position_id and a.person_id = s.person_id
         and a.valid @> :today::date limit 1
     ) held on true
     where s.agency_id = :agencyId and s.has_alert and s.alerted_at <= :before order by s.alerted_at, s.id limit :limit`,
    query,
    AlertRow,
  );
}

/** False when another sweep was there first. */
export async function setAlerted(
  tx: Tx,
  alert: { agencyId: string; id: string; alertedAt: string; now: Date },
): Promise<boolean> {
  const moved = await run(
    tx,
    `update saved_search set alerted_at = :now where agency_id = :agencyId and id = :id and alerted_at = :alertedAt::timestamptz`,
    alert,
  );
  return moved === 1;
}
