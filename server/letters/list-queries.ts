import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { LetterListItem } from './contract.ts';

export type Box = 'drafts' | 'to_initial' | 'to_sign' | 'sent' | 'initialled';

const CONDITIONS: Record<Box, string> = {
  drafts: `l.drafter_position_id = :positionId and l.status = 'draft'`,
  sent: `l.drafter_position_id = :positionId and l.status <> 'draft'`,
  to_initial: `l.status = 'in_review' and own.status = 'open'`,
  to_sign: `l.signatory_position_id = :positionId and l.status in ('ready_to_sign', 'signing')`,
  initialled: `own.status = 'initialled'`,
};

const ListRow = LetterListItem.extend({ cursorAt: z.string() });
export type ListRow = z.output<typeof ListRow>;

const FROM = `from letter l
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  join person drafter on drafter.agency_id = l.agency_id and drafter.id = l.drafter_person_id
  left join position signatory on signatory.agency_id = l.agency_id and signatory.id = l.signatory_position_id
  left join circuit_step own on own.agency_id = l.agency_id and own.letter_id = l.id and own.position_id = :positionId`;

export function listLettersInBox(
  tx: Tx,
  query: {
    agencyId: string;
    positionId: string;
    box: Box;
    afterAt: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<ListRow[]> {
  const { box, ...bindings } = query;
  return many(
    tx,
    `select l.id, l.type, l.status, l.subject, l.handling_grade, l.security_class, l.number, l.letter_date, l.due_date,
       u.name as unit_name, drafter.name as drafter_name, signatory.title as signatory_title,
       (select coalesce(p.title, r.name) from letter_recipient r
          left join position p on p.agency_id = r.agency_id and p.id = r.position_id
          where r.agency_id = l.agency_id and r.letter_id = l.id and r.role = 'to' order by r.ordinal limit 1) as main_recipient,
       (select count(*)::int from letter_recipient r where r.agency_id = l.agency_id and r.letter_id = l.id) as recipient_count,
       l.status = 'draft' and (l.returned_step_id is not null or l.returned_by_signatory) as is_returned,
       coalesce(own.content_version < l.content_version, false) as changed_since_initial,
       case when own.status = 'open' then own.opened_at when l.status = 'ready_to_sign' then l.updated_at end as waiting_since,
       l.updated_at, l.version, l.updated_at::text as cursor_at
     ${FROM}
     where l.agency_id = :agencyId and ${CONDITIONS[box]}
       and (:afterAt::timestamptz is null or (l.updated_at, l.id) < (:afterAt::timestamptz, :afterId::uuid))
     order by l.updated_at desc, l.id desc limit :limit`,
    bindings,
    ListRow,
  );
}

const Total = z.object({ total: z.int() });

export async function countLettersInBox(
  tx: Tx,
  query: { agencyId: string; positionId: string; box: Box },
): Promise<number> {
  const { box, ...bindings } = query;
  const row = await one(
    tx,
    `select count(*)::int as total ${FROM} where l.agency_id = :agencyId and ${CONDITIONS[box]}`,
    bindings,
    Total,
  );
  return row?.total ?? 0;
}
