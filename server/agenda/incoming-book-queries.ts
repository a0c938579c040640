import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { senderLine } from '../incoming/sender-line.ts';
import { subjectFor } from '../letters/reading-right.ts';
import type { BookFilter } from './book-filter.ts';
import { AgendaRow } from './contract.ts';

const OPEN_AND_LATE = `d.status in ('unread', 'read', 'in_progress') and d.paused_since is null and d.due_at < :now`;

/** Words are looked for in what the reader sees: a masked subject is no way to its words. */
const BOOK = `
  from incoming_letter i
  cross join lateral (
    select ${subjectFor('incoming_access', 'i')} as subject
  ) shown
  where i.agency_id = :agencyId and i.register_id = :registerId and i.agenda_year = :year
    and (:unitId::uuid is null or i.unit_id = :unitId::uuid)
    and (:from::date is null or i.received_date >= :from::date) and (:to::date is null or i.received_date <= :to::date)
    and (:grades::text[] is null or i.handling_grade = any(:grades::text[]))
    and (:channels::text[] is null or i.channel = any(:channels::text[]))
    and (:statuses::text[] is null or i.status = any(:statuses::text[]) or (:wantsLate and i.id in (
      select d.incoming_id from disposition_item d where d.agency_id = :agencyId and ${OPEN_AND_LATE})))
    and (:deskId::uuid is null or exists (select from incoming_addressee a
      where a.agency_id = i.agency_id and a.incoming_id = i.id and a.position_id = :deskId::uuid))
    and (:letterIds::uuid[] is null or i.id = any(:letterIds::uuid[]))
    and (:words = '' or i.agenda_number::text = :words
      or strpos(lower(concat_ws(' ', i.number, i.sender_title, i.sender_unit, shown.subject)), lower(:words)) > 0)`;

const Row = AgendaRow.extend({ registerId: z.uuid(), suffix: z.string() });
export type BookRow = z.output<typeof Row>;
const SentRow = Row.omit({ party: true }).extend({ senderTitle: z.string(), senderUnit: z.string() });

/** Newest number first, along the index of the register. */
export async function listIncomingBook(
  tx: Tx,
  filter: BookFilter & { registerId: string; afterNumber: number | null; limit: number },
): Promise<BookRow[]> {
  const rows = await many(
    tx,
    `select i.id, i.register_id, i.agenda_number as number, '' as suffix, i.agenda_year as year, i.received_at as at, i.status,
       i.sender_title, i.sender_unit, i.number as letter_number, i.letter_date, shown.subject,
       i.attachment_note, i.handling_grade, i.security_class, i.channel, i.directed_at, i.cancel_reason as void_reason,
       array(select case a.role when 'cc' then 'Tembusan: ' else '' end || p.short_title
         from incoming_addressee a join position p on p.agency_id = a.agency_id and p.id = a.position_id
         where a.agency_id = i.agency_id and a.incoming_id = i.id
         order by a.role desc, a.received_at, p.sort_order, p.short_title) as desks,
       exists (select from disposition_item d where d.agency_id = i.agency_id and d.incoming_id = i.id and ${OPEN_AND_LATE}) as is_late
     ${BOOK} and (:afterNumber::int is null or i.agenda_number < :afterNumber::int)
     order by i.agenda_year desc, i.agenda_number desc limit :limit`,
    { ...filter },
    SentRow,
  );
  return rows.map(({ senderTitle, senderUnit, ...row }) => ({
    ...row,
    party: senderLine({ senderTitle, senderUnit }),
  }));
}

/** Matches, counted no further than `limit`. */
export async function countIncomingBook(
  tx: Tx,
  filter: BookFilter & { registerId: string; limit: number },
): Promise<number> {
  const row = await one(
    tx,
    `select count(*) as total from (select ${BOOK} limit :limit) matched`,
    { ...filter },
    z.object({ total: z.int() }),
  );
  return row?.total ?? 0;
}
