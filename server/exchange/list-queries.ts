import { z } from 'zod';
import { many, type Tx } from '../db.ts';

const FileLine = z.object({
  number: z.int(),
  year: z.int(),
  title: z.string(),
  code: z.string(),
  creator: z.string(),
  fromDate: z.string().nullable(),
  toDate: z.string().nullable(),
  itemCount: z.int(),
  copies: z.array(z.string()).nullable(),
  media: z.array(z.string()).nullable(),
  status: z.string(),
  activeUntil: z.string().nullable(),
  inactiveUntil: z.string().nullable(),
  finalAction: z.string().nullable(),
  folder: z.string(),
  boxCode: z.string().nullable(),
  room: z.string().nullable(),
  rack: z.string().nullable(),
  keeper: z.string().nullable(),
});
export type FileLine = z.output<typeof FileLine>;

/** What a record says of its date and medium, whichever kind it is. */
const SUBJECT = `left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
  left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
  left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id`;
const DATE = `coalesce(d.document_date, i.letter_date, i.received_date, l.letter_date)`;
const MEDIA = `coalesce(d.media, i.media, 'electronic')`;

export interface ListQuery {
  agencyId: string;
  unitId: string;
  lifecycles: readonly string[];
  year: number | null;
  limit: number;
}

/** Files (berkas) of a unit, or kept by it, in the order of their codes. */
export function listFileLines(tx: Tx, query: ListQuery): Promise<FileLine[]> {
  return many(
    tx,
    `select f.number, f.year, f.title, f.classification_code as code, u.name as creator, s.from_date, s.to_date, s.item_count, s.copies,
       s.media, f.status, f.active_until, f.inactive_until, coalesce(f.final_action, c.final_action) as final_action, f.folder,
       b.code as box_code, b.room, b.rack, k.name as keeper
     from record_file f
     join org_unit u on u.agency_id = f.agency_id and u.id = f.unit_id
     join classification c on c.agency_id = f.agency_id and c.code = f.classification_code
     left join storage_box b on b.agency_id = f.agency_id and b.id = f.box_id
     left join org_unit k on k.agency_id = f.agency_id and k.id = f.kept_by_unit_id
     cross join lateral (
       select min(${DATE}) as from_date, max(${DATE}) as to_date, count(*) as item_count, array_agg(distinct r.copy_status) as copies,
         array_agg(distinct ${MEDIA}) as media
       from record r ${SUBJECT}
       where r.agency_id = f.agency_id and r.file_id = f.id and r.destroyed_at is null) s
     where f.agency_id = :agencyId and (f.unit_id = :unitId or f.kept_by_unit_id = :unitId) and f.status <> 'merged'
       and f.lifecycle = any(:lifecycles::text[]) and (:year::int is null or f.year = :year::int) and s.item_count > 0
     order by f.classification_code, f.year, f.number limit :limit`,
    { ...query, lifecycles: [...query.lifecycles] },
    FileLine,
  );
}

const ItemLine = z.object({
  fileNumber: z.int(),
  fileYear: z.int(),
  fileTitle: z.string(),
  code: z.string(),
  itemNumber: z.int(),
  title: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  copyStatus: z.string(),
  securityClass: z.string(),
  media: z.string(),
  pageCount: z.int(),
});
export type ItemLine = z.output<typeof ItemLine>;

/** Items of these files, file by file; a secret one without its subject. */
export function listItemLines(tx: Tx, query: ListQuery): Promise<ItemLine[]> {
  return many(
    tx,
    `select f.number as file_number, f.year as file_year, f.title as file_title, f.classification_code as code,
       row_number() over (partition by f.id order by r.ordinal nulls last, r.created_at, r.id) as item_number,
       case when x.class in ('R', 'SR') then '(rahasia)' else x.title end as title, x.number, x.date, r.copy_status,
       x.class as security_class, x.media, x.pages as page_count
     from record_file f
     join record r on r.agency_id = f.agency_id and r.file_id = f.id and r.destroyed_at is null
     ${SUBJECT}
     cross join lateral (select coalesce(d.security_class, i.security_class, l.security_class) as class,
       coalesce(d.title, nullif(i.subject, ''), l.subject) as title, coalesce(d.number, nullif(i.number, ''), l.number, '') as number,
       ${DATE} as date, ${MEDIA} as media, coalesce(d.page_count, nullif(i.page_count, 0), l.page_count, 0) as pages) x
     where f.agency_id = :agencyId and (f.unit_id = :unitId or f.kept_by_unit_id = :unitId) and f.status <> 'merged'
       and f.lifecycle = any(:lifecycles::text[]) and (:year::int is null or f.year = :year::int)
     order by f.classification_code, f.year, f.number, item_number limit :limit`,
    { ...query, lifecycles: [...query.lifecycles] },
    ItemLine,
  );
}
