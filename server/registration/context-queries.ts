import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

type Book = { agencyId: string; unitId: string };

/** The latest letters of the unit, with or without agenda number: one walk along the index of the unit. */
const RECENT = `recent as (
  select id, subject, sender_title, sender_unit, classification_code, physical_location, security_class, received_at
  from incoming_letter where agency_id = :agencyId and unit_id = :unitId
  order by received_at desc limit 500)`;

const CodeRow = z.object({ code: z.string(), name: z.string(), uses: z.int() });

/** Codes by how often and how lately the unit used them. */
export function listUsedCodes(tx: Tx, book: Book & { limit: number }): Promise<z.output<typeof CodeRow>[]> {
  return many(
    tx,
    `with ${RECENT}, used as (
       select classification_code as code, count(*) as uses, max(received_at) as last_at from recent
       where classification_code is not null group by classification_code),
     ranked as (select *, row_number() over (order by last_at desc) as lately from used)
     select r.code, c.name, r.uses from ranked r join classification c on c.agency_id = :agencyId and c.code = r.code
     order by r.lately <= 3 desc, r.uses desc, r.code limit :limit`,
    book,
    CodeRow,
  );
}

const DeskRow = z.object({ positionId: z.uuid(), uses: z.int() });

export function listUsedDesks(tx: Tx, book: Book & { limit: number }): Promise<z.output<typeof DeskRow>[]> {
  return many(
    tx,
    `with ${RECENT}
     select a.position_id, count(*) as uses from recent r
     join incoming_addressee a on a.agency_id = :agencyId and a.incoming_id = r.id and a.role = 'to'
     join position p on p.agency_id = :agencyId and p.id = a.position_id and p.abolished_at is null
     group by a.position_id order by uses desc, a.position_id limit :limit`,
    book,
    DeskRow,
  );
}

const HeadRow = z.object({ positionId: z.uuid() });

export async function listUnitHeads(tx: Tx, book: Book): Promise<string[]> {
  const rows = await many(
    tx,
    `select id as position_id from position
     where agency_id = :agencyId and unit_id = :unitId and is_unit_head and abolished_at is null order by sort_order`,
    book,
    HeadRow,
  );
  return rows.map(({ positionId }) => positionId);
}

export async function listLocations(tx: Tx, book: Book & { limit: number }): Promise<string[]> {
  const rows = await many(
    tx,
    `with ${RECENT}
     select physical_location as location from recent where physical_location <> ''
     group by physical_location order by max(received_at) desc limit :limit`,
    book,
    z.object({ location: z.string() }),
  );
  return rows.map(({ location }) => location);
}

const BookRow = z.object({ unitName: z.string(), next: z.int() });

/** The number that the next letter will get, unless another is quicker. */
export function findBookState(
  tx: Tx,
  book: Book & { registerId: string; year: number },
): Promise<z.output<typeof BookRow> | undefined> {
  return one(
    tx,
    `select u.name as unit_name, coalesce(y.next, 1) as next from org_unit u
     left join register_year y on y.agency_id = u.agency_id and y.register_id = :registerId and y.year = :year
     where u.agency_id = :agencyId and u.id = :unitId`,
    book,
    BookRow,
  );
}

const LikeCode = z.object({ code: z.string(), name: z.string(), words: z.array(z.string()) });
export type LikeCode = z.output<typeof LikeCode>;

/** Codes whose name shares words or stems with the subject. */
export function listCodesByWords(tx: Tx, query: { agencyId: string; subject: string }): Promise<LikeCode[]> {
  return many(
    tx,
    `with asked as (select tsvector_to_array(search_vector(:subject)) as words)
     select c.code, c.name, array(select unnest(tsvector_to_array(search_vector(c.name))) intersect select unnest(asked.words)) as words
     from classification c cross join asked
     where c.agency_id = :agencyId and tsvector_to_array(search_vector(c.name)) && asked.words
       and not exists (select from classification below where below.agency_id = c.agency_id and below.parent_code = c.code)`,
    query,
    LikeCode,
  );
}

/** Codes that letters of the unit with similar words got; secret ones are left out. */
export function listCodesByHistory(tx: Tx, query: Book & { subject: string }): Promise<LikeCode[]> {
  return many(
    tx,
    `with ${RECENT}, asked as (select tsvector_to_array(search_vector(:subject)) as words)
     select c.code, c.name,
       array(select unnest(tsvector_to_array(search_vector(concat_ws(' ', r.subject, r.sender_title, r.sender_unit))))
         intersect select unnest(asked.words)) as words
     from recent r cross join asked
     join classification c on c.agency_id = :agencyId and c.code = r.classification_code
     where r.security_class in ('B', 'T')
       and tsvector_to_array(search_vector(concat_ws(' ', r.subject, r.sender_title, r.sender_unit))) && asked.words`,
    query,
    LikeCode,
  );
}
