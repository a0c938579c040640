import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { subjectFor } from '../letters/reading-right.ts';
import type { BookFilter } from './book-filter.ts';
import { AgendaRow } from './contract.ts';
import type { BookRow } from './incoming-book-queries.ts';

/** A void number keeps the name of its letter and how it read there, not the number the letter took since. */
const BOOK = `
  from register_entry e
  left join letter l on l.agency_id = e.agency_id and l.id = e.entity_id
  left join lateral (
    select (array_agg(coalesce(p.title, x.name) order by x.role desc, x.ordinal))[1] as first, count(*) as recipients
    from letter_recipient x left join position p on p.agency_id = x.agency_id and p.id = x.position_id
    where x.agency_id = l.agency_id and x.letter_id = l.id
  ) addressed on true
  cross join lateral (
    select case when l.id is null then '' else ${subjectFor('letter_access', 'l')} end as subject,
      case when e.status = 'void' then 'void' when l.status in ('dispatched', 'revoked') then l.status else 'outgoing' end as status,
      coalesce(case when e.status = 'void' then e.void_letter_number else l.number end, '') as number
  ) shown
  where e.agency_id = :agencyId and e.register_id = :registerId and e.year = :year
    and (:from::date is null or e.business_date >= :from::date) and (:to::date is null or e.business_date <= :to::date)
    and (:grades::text[] is null or l.handling_grade = any(:grades::text[]))
    and (:statuses::text[] is null or shown.status = any(:statuses::text[]))
    and (:deskId::uuid is null or exists (select from letter_recipient x
      where x.agency_id = l.agency_id and x.letter_id = l.id and x.position_id = :deskId::uuid))
    and (:letterIds::uuid[] is null or (e.status <> 'void' and l.id = any(:letterIds::uuid[])))
    and (:words = '' or e.number::text = :words
      or strpos(lower(concat_ws(' ', shown.number, addressed.first, shown.subject)), lower(:words)) > 0)`;

const Row = AgendaRow.omit({ desks: true, attachmentNote: true, channel: true, isLate: true, directedAt: true }).extend(
  {
    registerId: z.uuid(),
    suffix: z.string(),
    signatory: z.string(),
    recipients: z.int(),
    annexes: z.int(),
  },
);

/** Newest number of one register first, along its key. */
export async function listOutgoingBook(
  tx: Tx,
  filter: BookFilter & { registerId: string; afterNumber: number | null; afterSuffix: string; limit: number },
): Promise<BookRow[]> {
  const rows = await many(
    tx,
    `select l.id, e.register_id, e.number, e.suffix, e.year, e.taken_at as at, shown.status, coalesce(addressed.first, '') as party,
       shown.number as letter_number, case when e.status = 'void' then null else l.letter_date end as letter_date, shown.subject,
       coalesce(l.handling_grade, 'biasa') as handling_grade, coalesce(l.security_class, 'B') as security_class,
       coalesce(addressed.recipients, 0) as recipients, e.void_reason,
       coalesce(l.signatory_title, (select s.title from position s where s.agency_id = l.agency_id and s.id = l.signatory_position_id), '')
         as signatory,
       (select count(*) from letter_annex n where n.agency_id = l.agency_id and n.letter_id = l.id) as annexes
     ${BOOK} and (:afterNumber::int is null or (e.number, e.suffix) < (:afterNumber::int, :afterSuffix))
     order by e.number desc, e.suffix desc limit :limit`,
    { ...filter },
    Row,
  );
  return rows.map(({ signatory, recipients, annexes, ...row }) => ({
    ...row,
    party: recipients > 1 ? `${row.party} dan ${recipients - 1} lainnya` : row.party,
    desks: signatory === '' ? [] : [signatory],
    attachmentNote: annexes === 0 ? '' : `${annexes} berkas`,
    channel: null,
    directedAt: null,
    isLate: false,
  }));
}

/** Matches in one register, counted no further than `limit`. */
export async function countOutgoingBook(
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
