import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

export type BookKind = 'incoming' | 'outgoing';

/** Registers whose numbers make up a book. */
const KINDS: Record<BookKind, readonly string[]> = { incoming: ['agenda'], outgoing: ['surat_dinas', 'nota_dinas'] };

const BookUnit = z.object({ unitId: z.uuid(), name: z.string() });
export type BookUnit = z.output<typeof BookUnit>;

/** Units that keep such a book, in the order of the organisation; `unitIds` null asks for all of the agency. */
export function listBookUnits(
  tx: Tx,
  wanted: { agencyId: string; book: BookKind; unitIds: readonly string[] | null },
): Promise<BookUnit[]> {
  return many(
    tx,
    `select u.id as unit_id, u.name from org_unit u
     where u.agency_id = :agencyId and (:unitIds::uuid[] is null or u.id = any(:unitIds::uuid[]))
       and exists (select from register r where r.agency_id = u.agency_id and r.unit_id = u.id and r.kind = any(:kinds::text[]))
     order by u.sort_order, u.name, u.id`,
    {
      agencyId: wanted.agencyId,
      unitIds: wanted.unitIds === null ? null : [...wanted.unitIds],
      kinds: KINDS[wanted.book],
    },
    BookUnit,
  );
}

const BookRegister = z.object({ id: z.uuid(), name: z.string(), given: z.int(), void: z.int() });
export type BookRegister = z.output<typeof BookRegister>;

/** The book's registers with the numbers given and void in a year. */
export function listBookRegisters(
  tx: Tx,
  wanted: { agencyId: string; book: BookKind; unitId: string; year: number },
): Promise<BookRegister[]> {
  const { book, ...bindings } = wanted;
  const voided =
    book === 'incoming'
      ? `select count(*) from incoming_letter i where i.agency_id = r.agency_id and i.unit_id = r.unit_id
           and i.agenda_year = :year and i.status = 'cancelled'`
      : `select count(*) from register_entry e where e.agency_id = r.agency_id and e.register_id = r.id
           and e.year = :year and e.status = 'void'`;
  return many(
    tx,
    `select r.id, r.name, coalesce(y.next - 1, 0) as given, (${voided}) as void from register r
     left join register_year y on y.agency_id = r.agency_id and y.register_id = r.id and y.year = :year
     where r.agency_id = :agencyId and r.unit_id = :unitId and r.kind = any(:kinds::text[]) order by r.kind desc`,
    { ...bindings, kinds: KINDS[book] },
    BookRegister,
  );
}

const Person = z.object({ name: z.string() });

/** Name of who prints a book. */
export async function findPersonName(tx: Tx, who: { agencyId: string; personId: string }): Promise<string | null> {
  const row = await one(
    tx,
    `select name from person where agency_id = :agencyId and id = :personId`,
    { agencyId: who.agencyId, personId: who.personId },
    Person,
  );
  return row?.name ?? null;
}
