import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

export interface DeskQuery {
  agencyId: string;
  positionId: string;
}

/** What counting asks besides: whose scan queue and whose archive the desk serves, and the moment that makes late. */
export interface CountQuery extends DeskQuery {
  unitIds: readonly string[];
  archiveUnitIds: readonly string[];
  now: Date;
}

const CountRow = z.object({
  incomingUnread: z.number(),
  incomingOpen: z.number(),
  intakeWaiting: z.number(),
  dispositionsOpen: z.number(),
  dispositionsLate: z.number(),
  recordsUnfiled: z.number(),
  urgentUnread: z.number(),
  toInitial: z.number(),
  changedSinceInitial: z.number(),
  toSign: z.number(),
  urgentToSign: z.number(),
  unopenedToSign: z.number(),
  drafts: z.number(),
  returned: z.number(),
  waitingInSigning: z.number(),
});
export type CountRow = z.output<typeof CountRow>;

/** On this desk, and nobody has ended it. */
const OPEN_ITEM = `d.agency_id = :agencyId and d.position_id = :positionId and d.status in ('unread', 'read', 'in_progress')`;

/** Addressed to the desk, which has not done its part, and the letter is not over. */
const OPEN_LETTER = `a.agency_id = :agencyId and a.position_id = :positionId and a.settled_at is null and a.role = 'to'`;
const RUNNING = `i.status in ('registered', 'directed', 'in_progress')`;

const MOST_COUNTED = 1000;

const capped = (rows: string) => `(select count(*) from (select ${rows} limit ${MOST_COUNTED}) counted)`;

/**
 * Urgent is "sangat segera"; unopened means that the notice to sign has not been read at this desk. What comes in is
 * counted up to a thousand, along the index of the desk or the unit.
 */
export async function countTasks(tx: Tx, desk: CountQuery): Promise<CountRow> {
  const row = await one(
    tx,
    `with unread as (
       select i.handling_grade from incoming_addressee a
       join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
       where a.agency_id = :agencyId and a.position_id = :positionId and a.read_at is null limit ${MOST_COUNTED}
     ),
     steps as (
       select s.status = 'open' as is_open, s.content_version < l.content_version as is_outdated from circuit_step s
       join letter l on l.agency_id = s.agency_id and l.id = s.letter_id
       where s.agency_id = :agencyId and s.position_id = :positionId and l.status = 'in_review'
     ),
     to_sign as (
       select l.handling_grade, exists (
         select 1 from notification n where n.agency_id = l.agency_id and n.letter_id = l.id and n.position_id = :positionId
           and n.kind = 'letter.to_sign' and n.read_at is null
       ) as is_unopened
       from letter l where l.agency_id = :agencyId and l.signatory_position_id = :positionId and l.status = 'ready_to_sign'
     ),
     drafts as (
       select (returned_step_id is not null or returned_by_signatory) as is_returned from letter
       where agency_id = :agencyId and drafter_position_id = :positionId and status = 'draft'
     )
     select (select count(*) from unread) as incoming_unread,
       ${capped(`from incoming_addressee a join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
         where ${OPEN_LETTER} and ${RUNNING}`)} as incoming_open,
       ${capped(`from intake k where k.agency_id = :agencyId and k.unit_id = any(:unitIds::uuid[])
         and k.state in ('reading', 'ready')`)} as intake_waiting,
       ${capped(`from disposition_item d where ${OPEN_ITEM}`)} as dispositions_open,
       ${capped(`from disposition_item d where ${OPEN_ITEM} and d.paused_since is null and d.due_at < :now`)} as dispositions_late,
       ${capped(`from record w where w.agency_id = :agencyId and w.unit_id = any(:archiveUnitIds::uuid[]) and w.filing = 'proposed'`)} as records_unfiled,
       (select count(*) from unread where handling_grade = 'sangat_segera') as urgent_unread,
       (select count(*) from steps where is_open) as to_initial,
       (select count(*) from steps where is_outdated) as changed_since_initial,
       (select count(*) from to_sign) as to_sign,
       (select count(*) from to_sign where handling_grade = 'sangat_segera') as urgent_to_sign,
       (select count(*) from to_sign where is_unopened) as unopened_to_sign,
       (select count(*) from drafts) as drafts,
       (select count(*) from drafts where is_returned) as returned,
       (select count(*) from letter l join signing_attempt a on a.agency_id = l.agency_id and a.letter_id = l.id
          where l.agency_id = :agencyId and l.status = 'signing' and a.waiting_for is not null
            and a.state in ('numbered', 'typeset', 'sealed')
            and :positionId::uuid in (l.drafter_position_id, l.signatory_position_id)) as waiting_in_signing`,
    { ...desk },
    CountRow,
  );
  if (!row) throw new Error('Counting answered no row');
  return row;
}

const TaskRow = z.object({
  kind: z.enum(['sign', 'initial', 'mend', 'read', 'disposition']),
  entityId: z.uuid(),
  subject: z.string(),
  about: z.string(),
  handlingGrade: z.enum(['biasa', 'segera', 'sangat_segera']),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  dueDate: z.string().nullable(),
  since: z.string(),
  initialCount: z.number(),
});
export type TaskRow = z.output<typeof TaskRow>;

const TASKS = `
  select 'sign' as kind, l.id as entity_id, l.subject, u.name as about, l.handling_grade, l.security_class, l.due_date,
    l.updated_at as since,
    (select count(*) from circuit_step s where s.agency_id = l.agency_id and s.letter_id = l.id and s.status = 'initialled') as initial_count
  from letter l join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  where l.agency_id = :agencyId and l.signatory_position_id = :positionId and l.status = 'ready_to_sign'
  union all
  select 'initial', l.id, l.subject, u.name, l.handling_grade, l.security_class, l.due_date, coalesce(s.opened_at, l.updated_at), 0
  from circuit_step s
  join letter l on l.agency_id = s.agency_id and l.id = s.letter_id
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  where s.agency_id = :agencyId and s.position_id = :positionId and s.status = 'open' and l.status = 'in_review'
  union all
  select 'mend', l.id, l.subject, coalesce(back.title, signatory.title, ''), l.handling_grade, l.security_class, l.due_date, l.updated_at, 0
  from letter l
  left join circuit_step s on s.agency_id = l.agency_id and s.id = l.returned_step_id
  left join position back on back.agency_id = s.agency_id and back.id = s.position_id
  left join position signatory on signatory.agency_id = l.agency_id and signatory.id = l.signatory_position_id
  where l.agency_id = :agencyId and l.drafter_position_id = :positionId and l.status = 'draft'
    and (l.returned_step_id is not null or l.returned_by_signatory)
  union all
  select 'read', i.id, i.subject, coalesce(nullif(i.sender_title, ''), i.sender_unit), i.handling_grade, i.security_class, i.due_date,
    a.received_at, 0
  from (select a.agency_id, a.incoming_id, a.received_at from incoming_addressee a where ${OPEN_LETTER}
    order by a.received_at desc, a.incoming_id desc limit ${MOST_COUNTED}) a
  join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
  where ${RUNNING}
  union all
  select 'disposition', d.id, i.subject, giver.title, i.handling_grade, i.security_class, d.due_date, d.received_at, 0
  from (select d.* from disposition_item d where ${OPEN_ITEM} order by d.due_at, d.id limit ${MOST_COUNTED}) d
  join incoming_letter i on i.agency_id = d.agency_id and i.id = d.incoming_id
  join position giver on giver.agency_id = d.agency_id and giver.id = d.giver_position_id`;

/** What waits, the most pressing first: nearest deadline, then grade, then the longest wait. */
export function listPressingTasks(tx: Tx, desk: DeskQuery & { limit: number }): Promise<TaskRow[]> {
  return many(
    tx,
    `select * from (${TASKS}) task
     order by due_date nulls last, array_position(array['sangat_segera', 'segera', 'biasa'], handling_grade), since, entity_id
     limit :limit`,
    { ...desk },
    TaskRow,
  );
}
