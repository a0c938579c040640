import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import type { Desk } from './contract.ts';

const DeskRow = z.object({
  positionId: z.uuid(),
  title: z.string(),
  shortTitle: z.string(),
  unitName: z.string(),
  holderName: z.string().nullable(),
  actingKind: z.enum(['plt', 'plh']).nullable(),
});

/** Columns of a desk for position `p` on `:date`; the acting holder comes before the definitive one. */
const DESK_COLUMNS = `p.id as position_id, p.title, p.short_title, u.name as unit_name, holder.name as holder_name,
  nullif(holder.kind, 'definitif') as acting_kind`;
const DESK_JOINS = `join org_unit u on u.agency_id = p.agency_id and u.id = p.unit_id
  left join lateral (
    select person.name, a.kind from appointment a join person on person.agency_id = a.agency_id and person.id = a.person_id
    where a.agency_id = p.agency_id and a.position_id = p.id and a.valid @> :date::date
    order by case a.kind when 'definitif' then 1 else 0 end limit 1) holder on true`;

export function searchDesks(
  tx: Tx,
  query: { agencyId: string; date: string; words: string; limit: number },
): Promise<Desk[]> {
  return many(
    tx,
    `select ${DESK_COLUMNS} from position p ${DESK_JOINS}
     where p.agency_id = :agencyId and p.abolished_at is null
       and (:words = '' or p.title || ' ' || p.short_title || ' ' || u.name || ' ' || coalesce(holder.name, '') ilike all (
         select '%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' from regexp_split_to_table(:words, '\\s+') word))
     order by p.is_unit_head desc, p.sort_order limit :limit`,
    query,
    DeskRow,
  );
}

export function listDesks(
  tx: Tx,
  query: { agencyId: string; date: string; positionIds: readonly string[] },
): Promise<Desk[]> {
  return many(
    tx,
    `select ${DESK_COLUMNS} from position p ${DESK_JOINS} where p.agency_id = :agencyId and p.id = any(:positionIds::uuid[])`,
    { ...query, positionIds: [...query.positionIds] },
    DeskRow,
  );
}

const ClassificationRow = z.object({ code: z.string(), name: z.string(), parentName: z.string().nullable() });

export function searchClassifications(
  tx: Tx,
  query: { agencyId: string; words: string; limit: number },
): Promise<z.output<typeof ClassificationRow>[]> {
  return many(
    tx,
    `select c.code, c.name, parent.name as parent_name from classification c
     left join classification parent on parent.agency_id = c.agency_id and parent.code = c.parent_code
     where c.agency_id = :agencyId and c.retired_on is null and (:words = '' or c.code like :words || '%'
       or c.name || ' ' || coalesce(parent.name, '') ilike all (
         select '%' || replace(replace(word, '%', ''), '_', '') || '%' from regexp_split_to_table(:words, '\\s+') word))
     order by c.code like :words || '%' desc, c.name ilike '%' || :words || '%' desc, length(c.code) desc, c.code limit :limit`,
    query,
    ClassificationRow,
  );
}

const ClassificationName = z.object({ code: z.string(), name: z.string() });

export function findClassification(
  tx: Tx,
  agencyId: string,
  code: string,
): Promise<z.output<typeof ClassificationName> | undefined> {
  return one(
    tx,
    `select code, name from classification where agency_id = :agencyId and code = :code`,
    { agencyId, code },
    ClassificationName,
  );
}

const LinePosition = z.object({
  positionId: z.uuid(),
  distance: z.int(),
  isUnitHead: z.boolean(),
  kind: z.string(),
  unitId: z.uuid(),
  opdId: z.uuid(),
});
export type LinePosition = z.output<typeof LinePosition>;

/** The line of command above a desk, nearest first. */
export function listLineAbove(
  tx: Tx,
  query: { agencyId: string; positionId: string; date: string },
): Promise<LinePosition[]> {
  return many(
    tx,
    `with recursive line as (
       select r.from_position_id as id, 1 as distance from position_relation r
       where r.agency_id = :agencyId and r.kind = 'command' and r.to_position_id = :positionId and r.valid @> :date::date
       union all
       select r.from_position_id, line.distance + 1 from line join position_relation r
         on r.agency_id = :agencyId and r.kind = 'command' and r.to_position_id = line.id and r.valid @> :date::date
       where line.distance < 20)
     select line.id as position_id, line.distance, p.is_unit_head, p.kind, p.unit_id,
       coalesce(unit_opd(p.agency_id, p.unit_id), p.unit_id) as opd_id from line
     join position p on p.agency_id = :agencyId and p.id = line.id order by line.distance`,
    query,
    LinePosition,
  );
}

const Related = z.object({ positionId: z.uuid() });

/** Secretaries that serve any of these officials: they initial just before the official signs, and read with them. */
export async function listSecretaries(
  tx: Tx,
  query: { agencyId: string; positionIds: readonly string[]; date: string },
): Promise<string[]> {
  const rows = await many(
    tx,
    `select p.id as position_id from position p
     where p.agency_id = :agencyId and p.id in (
       select r.from_position_id from position_relation r
       where r.agency_id = :agencyId and r.kind = 'secretary_of' and r.to_position_id = any(:positionIds::uuid[])
         and r.valid @> :date::date)
     order by p.sort_order`,
    { ...query, positionIds: [...query.positionIds] },
    Related,
  );
  return rows.map((row) => row.positionId);
}

/** Desks that hold one of the roles for a unit. */
export async function listRoleDesks(
  tx: Tx,
  query: { agencyId: string; unitId: string; roles: readonly string[] },
): Promise<string[]> {
  const rows = await many(
    tx,
    `select distinct position_id from position_role
     where agency_id = :agencyId and unit_id = :unitId and role = any(:roles::text[])`,
    { ...query, roles: [...query.roles] },
    Related,
  );
  return rows.map((row) => row.positionId);
}

const PositionRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  opdId: z.uuid(),
  unitName: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  signatureTitle: z.string(),
  isUnitHead: z.boolean(),
  isRegionalHead: z.boolean(),
});
export type PositionRow = z.output<typeof PositionRow>;

export function findPosition(tx: Tx, agencyId: string, positionId: string): Promise<PositionRow | undefined> {
  return one(
    tx,
    `select p.id, p.unit_id, coalesce(unit_opd(p.agency_id, p.unit_id), p.unit_id) as opd_id, u.name as unit_name, p.title, p.short_title,
       p.signature_title, p.is_unit_head, p.is_regional_head
     from position p join org_unit u on u.agency_id = p.agency_id and u.id = p.unit_id
     where p.agency_id = :agencyId and p.id = :positionId and p.abolished_at is null`,
    { agencyId, positionId },
    PositionRow,
  );
}

const HolderRow = z.object({
  personId: z.uuid(),
  appointmentId: z.uuid(),
  kind: z.enum(['definitif', 'plt', 'plh']),
  name: z.string(),
  rank: z.string(),
  nip: z.string(),
});
export type HolderRow = z.output<typeof HolderRow>;

/** Who acts from a desk on a date: the acting holder if there is one, else the definitive one. */
export function findHolder(
  tx: Tx,
  query: { agencyId: string; positionId: string; date: string },
): Promise<HolderRow | undefined> {
  return one(
    tx,
    `select a.person_id, a.id as appointment_id, a.kind, person.name, person.rank, person.nip
     from appointment a join person on person.agency_id = a.agency_id and person.id = a.person_id
     where a.agency_id = :agencyId and a.position_id = :positionId and a.valid @> :date::date
     order by case a.kind when 'definitif' then 1 else 0 end limit 1`,
    query,
    HolderRow,
  );
}

const PlaceRow = z.object({ positionId: z.uuid(), place: z.string() });

/** Where each desk's letters are written: the place of the nearest unit upward with a letterhead. */
export function listPlaces(
  tx: Tx,
  agencyId: string,
  positionIds: readonly string[],
): Promise<z.output<typeof PlaceRow>[]> {
  return many(
    tx,
    `select p.id as position_id, u.place from position p
     join lateral (
       select u.place from unit_ancestors(p.agency_id, p.unit_id) a
       join org_unit u on u.agency_id = p.agency_id and u.id = a.unit_id
       where u.letterhead is not null order by a.distance limit 1) u on true
     where p.agency_id = :agencyId and p.id = any(:positionIds::uuid[])`,
    { agencyId, positionIds: [...positionIds] },
    PlaceRow,
  );
}

const OpdRow = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  numberingCode: z.string(),
  place: z.string(),
  letterhead: z.object({ government: z.string(), unitName: z.string(), addressLines: z.array(z.string()) }).nullable(),
});
export type OpdRow = z.output<typeof OpdRow>;

/** The unit whose letterhead and numbering code a desk's letters carry: nearest upward with a letterhead. */
export function findLetterheadUnit(tx: Tx, agencyId: string, unitId: string): Promise<OpdRow | undefined> {
  return one(
    tx,
    `select u.id, u.name, u.short_name, u.numbering_code, u.place, u.letterhead
     from unit_ancestors(:agencyId, :unitId) a join org_unit u on u.agency_id = :agencyId and u.id = a.unit_id
     where u.letterhead is not null order by a.distance limit 1`,
    { agencyId, unitId },
    OpdRow,
  );
}

const ZoneRow = z.object({ timeZone: z.string() });

export async function findTimeZone(tx: Tx, agencyId: string): Promise<string> {
  const row = await one(tx, `select time_zone from agency where id = :agencyId`, { agencyId }, ZoneRow);
  return row?.timeZone ?? 'Asia/Pontianak';
}
