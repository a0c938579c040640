import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

export type BookKind = 'incoming' | 'outgoing';

/** Registers whose numbers make up a book. */
const KINDS: Record<BookKind, readonly string[]> = { incoming: ['agenda'], outgoing: ['surat_dinas', 'nota_dinas'] };

const BookUnit = z.object({ unitId: z.uuid(), name: z.string() });
export type BookUnit = z.output<typeof BookUnit>;

/** Units by id, or (`unitIds` null) every unit of the agency that keeps registers of the book; in their order. */
export function listBookUnits(
  tx: Tx,
  wanted: { agencyId: string; book: BookKind; unitIds: readonly string[] | null },
): Promise<BookUnit[]> {
  const { agencyId, book, unitIds } = wanted;
  return many(
    tx,
    `select u.id as unit_id, u.name from org_unit u
     where u.agency_id = :agencyId and (u.id = any(:unitIds::uuid[]) or (:unitIds::uuid[] is null and exists (
       select from register r where r.agency_id = u.agency_id and r.unit_id = u.id and r.kind = any(:kinds::text[]))))
     order by u.sort_order, u.name, u.id`,
    { agencyId, unitIds, kinds: KINDS[book] },
    BookUnit,
  );
}

/** The unit's own registers that make up the book. */
export async function listOwnRegisters(
  tx: Tx,
  wanted: { agencyId: string; book: BookKind; unitId: string },
): Promise<string[]> {
  const { agencyId, book, unitId } = wanted;
  const rows = await many(
    tx,
    `select id from register where agency_id = :agencyId and unit_id = :unitId and kind = any(:kinds::text[])`,
    { agencyId, unitId, kinds: KINDS[book] },
    z.object({ id: z.uuid() }),
  );
  return rows.map(({ id }) => id);
}

const BookRegister = z.object({ id: z.uuid(), name: z.string(), given: z.int(), void: z.int() });
export type BookRegister = z.output<typeof BookRegister>;

/** Registers with the numbers given and void in a year. */
export function listBookRegisters(
  tx: Tx,
  wanted: { agencyId: string; book: BookKind; registerIds: readonly string[]; year: number },
): Promise<BookRegister[]> {
  const { book, ...bindings } = wanted;
  const voided =
    book === 'incoming'
      ? `select count(*) from incoming_letter i where i.agency_id = r.agency_id and i.register_id = r.id
           and i.agenda_year = :year and i.status = 'cancelled'`
      : `select count(*) from register_entry e where e.agency_id = r.agency_id and e.register_id = r.id
           and e.year = :year and e.status = 'void'`;
  return many(
    tx,
    `select r.id, r.name, coalesce(y.next - 1, 0) as given, (${voided}) as void from register r
     left join register_year y on y.agency_id = r.agency_id and y.register_id = r.id and y.year = :year
     where r.agency_id = :agencyId and r.id = any(:registerIds::uuid[]) order by r.kind desc`,
    bindings,
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
