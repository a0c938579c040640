import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { SecurityClass } from '../letters/contract.ts';
import { FinalAction, type CodeFacts } from './retention-shapes.ts';

/** One change of the scheme at a time: reports are compared and versions cut under this lock. */
export async function lockScheme(tx: Tx, agencyId: string): Promise<void> {
  await run(tx, `select pg_advisory_xact_lock(hashtextextended(:key, 0))`, { key: `classification ${agencyId}` });
}

export const FACTS = `v.name, v.parent_code, v.security_class, v.access_note, v.active_years, v.inactive_years, v.trigger_event,
  v.final_action, v.exception_note`;

export const FactsRow = z.object({
  name: z.string(),
  parentCode: z.string().nullable(),
  securityClass: SecurityClass,
  accessNote: z.string(),
  activeYears: z.int().nullable(),
  inactiveYears: z.int().nullable(),
  triggerEvent: z.string(),
  finalAction: FinalAction.nullable(),
  exceptionNote: z.string(),
});

/** The rule of a version; the database keeps years and final action together. */
export function factsOf(row: z.output<typeof FactsRow>): CodeFacts {
  const { name, parentCode, securityClass, accessNote, activeYears, inactiveYears, finalAction } = row;
  const { triggerEvent, exceptionNote } = row;
  const hasRule = activeYears !== null && inactiveYears !== null && finalAction !== null;
  const rule = hasRule ? { activeYears, inactiveYears, triggerEvent, finalAction, exceptionNote } : null;
  return { name, parentCode, rule, securityClass, accessNote };
}

const InForceRow = FactsRow.extend({ code: z.string(), editionId: z.uuid() });

/** Every code in force on a day. */
export function listInForce(tx: Tx, query: { agencyId: string; onDate: string }) {
  return many(
    tx,
    `select v.code, v.edition_id, ${FACTS} from classification_version v
     where v.agency_id = :agencyId and v.valid @> :onDate::date
     order by string_to_array(v.code, '.')::int[]`,
    query,
    InForceRow,
  );
}

export function findInForce(tx: Tx, query: { agencyId: string; code: string; onDate: string }) {
  return one(
    tx,
    `select v.code, v.edition_id, ${FACTS} from classification_version v
     where v.agency_id = :agencyId and v.code = :code and v.valid @> :onDate::date`,
    query,
    InForceRow,
  );
}

export interface NewVersions {
  agencyId: string;
  editionId: string;
  startsOn: string;
  versions: readonly { code: string; facts: CodeFacts }[];
  retired: readonly string[];
}

/**
 * Ends what holds on the first day of an edition for the codes that it changes or retires, and lets its versions hold
 * until a later edition begins, or until the end that was decided before.
 */
export async function cutVersions(tx: Tx, { agencyId, editionId, startsOn, versions, retired }: NewVersions) {
  const rows = versions.map(({ code, facts: { rule, ...facts } }) => ({ code, ...facts, ...rule }));
  const values = { agencyId, editionId, startsOn, rows: JSON.stringify(rows) };
  const ends = await many(
    tx,
    `select r.code, coalesce(
       (select upper(v.valid) from classification_version v
        where v.agency_id = :agencyId and v.code = r.code and v.valid @> :startsOn::date),
       (select min(lower(v.valid)) from classification_version v
        where v.agency_id = :agencyId and v.code = r.code and lower(v.valid) > :startsOn::date)) as ends_on
     from jsonb_to_recordset(:rows::jsonb) as r (code text)`,
    { agencyId, startsOn, rows: values.rows },
    z.object({ code: z.string(), endsOn: z.string().nullable() }),
  );
  await run(
    tx,
    `update classification_version v set valid = daterange(v.starts_on, :startsOn::date)
     where v.agency_id = :agencyId and v.code = any(:codes) and v.valid @> :startsOn::date`,
    { agencyId, startsOn, codes: [...rows.map(({ code }) => code), ...retired] },
  );
  await run(
    tx,
    `insert into classification_version (agency_id, code, edition_id, starts_on, valid, name, parent_code, active_years,
       inactive_years, trigger_event, final_action, exception_note, security_class, access_note)
     select :agencyId, r.code, :editionId, :startsOn::date, daterange(:startsOn::date, e.ends_on), r.name, r."parentCode",
       r."activeYears", r."inactiveYears", coalesce(r."triggerEvent", ''), r."finalAction", coalesce(r."exceptionNote", ''),
       r."securityClass", r."accessNote"
     from jsonb_to_recordset(:rows::jsonb) as r (code text, name text, "parentCode" text, "activeYears" int, "inactiveYears" int,
       "triggerEvent" text, "finalAction" text, "exceptionNote" text, "securityClass" text, "accessNote" text)
     join jsonb_to_recordset(:ends::jsonb) as e (code text, ends_on date) on e.code = r.code`,
    { ...values, ends: JSON.stringify(ends.map(({ code, endsOn }) => ({ code, ends_on: endsOn }))) },
  );
}

/**
 * Makes the table that everything else joins say what is in force on a day, with the rule of the nearest code above for
 * a code that has none of its own; codes are retired, never removed.
 */
export async function refreshProjection(tx: Tx, day: { agencyId: string; today: string }): Promise<void> {
  await run(
    tx,
    `insert into classification as c (agency_id, code, parent_code, name, active_years, inactive_years, final_action,
       security_class, trigger_event, exception_note, retired_on)
     with recursive in_force as (
       select * from classification_version v where v.agency_id = :agencyId and v.valid @> :today::date
     ), ruled as (
       select code, active_years, inactive_years, final_action, trigger_event, exception_note
       from in_force where parent_code is null or final_action is not null
       union all
       select v.code, above.active_years, above.inactive_years, above.final_action, above.trigger_event, above.exception_note
       from ruled above join in_force v on v.parent_code = above.code where v.final_action is null
     )
     select v.agency_id, v.code, v.parent_code, v.name, r.active_years, r.inactive_years, r.final_action,
       v.security_class, coalesce(r.trigger_event, ''), coalesce(r.exception_note, ''), null
     from in_force v left join ruled r on r.code = v.code
     on conflict (agency_id, code) do update set parent_code = excluded.parent_code, name = excluded.name,
       active_years = excluded.active_years, inactive_years = excluded.inactive_years, final_action = excluded.final_action,
       security_class = excluded.security_class, trigger_event = excluded.trigger_event,
       exception_note = excluded.exception_note, retired_on = null
     where (c.parent_code, c.name, c.active_years, c.inactive_years, c.final_action, c.security_class, c.trigger_event,
         c.exception_note, c.retired_on)
       is distinct from (excluded.parent_code, excluded.name, excluded.active_years, excluded.inactive_years,
         excluded.final_action, excluded.security_class, excluded.trigger_event, excluded.exception_note, null)`,
    day,
  );
  await run(
    tx,
    `update classification c set retired_on = ended.on_day
     from (select v.code, max(upper(v.valid)) as on_day from classification_version v
           where v.agency_id = :agencyId and not isempty(v.valid) and lower(v.valid) <= :today::date
           group by v.code having not bool_or(v.valid @> :today::date)) ended
     where c.agency_id = :agencyId and c.code = ended.code and c.retired_on is distinct from ended.on_day`,
    day,
  );
}

const RuleRow = z.object({
  activeYears: z.int(),
  inactiveYears: z.int(),
  triggerEvent: z.string(),
  finalAction: FinalAction,
  exceptionNote: z.string(),
  fromCode: z.string(),
  fromName: z.string(),
});

/**
 * The nearest rule from the code upwards as of a day. A code that is not in force that day counts as it last was, and
 * one that had not begun as it first was: files outlive codes, and old files come in later.
 */
export function findRule(tx: Tx, query: { agencyId: string; code: string; onDate: string }) {
  const asOf = `select v.* from classification_version v
    where v.agency_id = :agencyId and not isempty(v.valid) and v.code = `;
  const nearest = `order by v.valid @> :onDate::date desc, v.starts_on <= :onDate::date desc,
    abs(v.starts_on - :onDate::date) limit 1`;
  return one(
    tx,
    `with recursive up as (
       select own.*, 0 as distance from (${asOf} :code ${nearest}) own
       union all
       select above.*, up.distance + 1 from up cross join lateral (${asOf} up.parent_code ${nearest}) above
       where up.final_action is null and up.distance < 20
     )
     select active_years, inactive_years, trigger_event, final_action, exception_note, code as from_code, name as from_name
     from up where final_action is not null order by distance limit 1`,
    query,
    RuleRow,
  );
}
