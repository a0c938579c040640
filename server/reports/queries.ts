import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import type { Assumptions as AssumptionValues } from './contract.ts';

/** `opdId` null means the whole agency. Dates are business dates, both ends included. */
export interface ReportScope {
  agencyId: string;
  opdId: string | null;
  from: string;
  to: string;
}

/**
 * Letters that left, copies that arrived and copies that were printed, each under the organisation (OPD) that saved or
 * used the paper: the sender's for letters, the receiver's for arrivals, the printing desk's for prints. A recipient
 * counts when it was reached without paper; outside means outside the signing unit's OPD. The secretariat (Setda) serves
 * the regional head, who stands above every OPD. A letter from outside counts with the pages of its scan: paper that
 * stays paper has none.
 */
const MOVEMENTS = `
  with unit as (
    select u.id, coalesce(unit_opd(u.agency_id, u.id), setda.id, u.id) as opd_id from org_unit u
    left join lateral (select s.id from org_unit s where s.agency_id = u.agency_id and s.kind = 'setda' limit 1) setda on true
    where u.agency_id = :agencyId
  ),
  sent as (
    select l.id as letter_id, l.letter_date as day, l.page_count as pages, signing.opd_id, reached.copies, reached.outside, reached.missed,
      exists (select 1 from print_event e where e.agency_id = l.agency_id and e.letter_id = l.id) as is_printed
    from letter l
    join position p on p.agency_id = l.agency_id and p.id = l.signatory_position_id
    join unit signing on signing.id = p.unit_id
    cross join lateral (
      select count(*) filter (where r.delivery_status in ('delivered', 'handed_over')) as copies,
        count(*) filter (where r.delivery_status in ('delivered', 'handed_over') and home.opd_id is distinct from signing.opd_id) as outside,
        count(*) filter (where r.delivery_status in ('pending', 'failed')) as missed
      from letter_recipient r
      left join position desk on desk.agency_id = r.agency_id and desk.id = r.position_id
      left join unit home on home.id = desk.unit_id
      where r.agency_id = l.agency_id and r.letter_id = l.id
    ) reached
    where l.agency_id = :agencyId and l.dispatched_at is not null and l.letter_date between :from::date and :to::date
      and (:opdId::uuid is null or signing.opd_id = :opdId::uuid)
  ),
  arrived as (
    select i.origin_letter_id as letter_id, i.id as incoming_id, i.received_date as day, i.page_count as pages, home.opd_id
    from incoming_letter i
    join unit home on home.id = i.unit_id
    where i.agency_id = :agencyId and i.received_date between :from::date and :to::date and i.status <> 'cancelled'
      and (:opdId::uuid is null or home.opd_id = :opdId::uuid)
  ),
  printed as (
    select e.letter_id, e.printed_date as day, e.sheets, home.opd_id
    from print_event e join unit home on home.id = e.unit_id
    where e.agency_id = :agencyId and e.printed_date between :from::date and :to::date
      and (:opdId::uuid is null or home.opd_id = :opdId::uuid)
  )`;

const FactRow = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  month: z.string(),
  letters: z.number(),
  outgoingPages: z.number(),
  draftPages: z.number(),
  incomingPages: z.number(),
  deliveries: z.number(),
  printedSheets: z.number(),
});
export type FactRow = z.output<typeof FactRow>;

/** Counted facts by OPD and month, in the order of the organisation. */
export function listFacts(tx: Tx, scope: ReportScope): Promise<FactRow[]> {
  return many(
    tx,
    `${MOVEMENTS},
     facts as (
       select opd_id, day, (missed = 0 and not is_printed)::int as letters, pages * (1 + copies) as outgoing, pages as draft,
         0 as incoming, outside as deliveries, 0 as sheets from sent
       union all select opd_id, day, 0, 0, 0, pages, 0, 0 from arrived
       union all select opd_id, day, 0, 0, 0, 0, 0, sheets from printed
     )
     select u.id as unit_id, u.name as unit_name, to_char(f.day, 'YYYY-MM') as month,
       sum(f.letters)::bigint as letters, sum(f.outgoing)::bigint as outgoing_pages, sum(f.draft)::bigint as draft_pages,
       sum(f.incoming)::bigint as incoming_pages, sum(f.deliveries)::bigint as deliveries, sum(f.sheets)::bigint as printed_sheets
     from facts f join org_unit u on u.agency_id = :agencyId and u.id = f.opd_id
     group by u.id, u.name, u.sort_order, to_char(f.day, 'YYYY-MM')
     order by to_char(f.day, 'YYYY-MM'), u.sort_order, u.id`,
    { ...scope },
    FactRow,
  );
}

export async function countDispatched(tx: Tx, scope: ReportScope): Promise<number> {
  const row = await one(
    tx,
    `${MOVEMENTS} select count(*) as letters from sent`,
    { ...scope },
    z.object({ letters: z.number() }),
  );
  return row?.letters ?? 0;
}

const Movement = z.object({
  kind: z.enum(['sent', 'arrived', 'printed']),
  day: z.string(),
  unitName: z.string(),
  number: z.string(),
  /** Null for a letter from outside. */
  type: z.enum(['surat_dinas', 'nota_dinas']).nullable(),
  isOpen: z.boolean(),
  pages: z.number(),
  copies: z.number(),
  outside: z.number(),
  missed: z.number(),
  sheets: z.number(),
});
export type Movement = z.output<typeof Movement>;

/** One row for each thing that the figures count, oldest first. */
export function listMovements(tx: Tx, scope: ReportScope): Promise<Movement[]> {
  return many(
    tx,
    `${MOVEMENTS},
     moved as (
       select 'sent' as kind, letter_id, null::uuid as incoming_id, day, opd_id, pages, copies, outside, missed, 0 as sheets from sent
       union all select 'arrived', letter_id, incoming_id, day, opd_id, pages, 0, 0, 0, 0 from arrived
       union all select 'printed', letter_id, null, day, opd_id, 0, 0, 0, 0, sheets from printed
     )
     select m.kind, m.day, u.name as unit_name, coalesce(l.number, i.number, '') as number, l.type,
       coalesce(l.security_class, i.security_class) in ('B', 'T') as is_open, m.pages, m.copies, m.outside, m.missed, m.sheets
     from moved m
     left join letter l on l.agency_id = :agencyId and l.id = m.letter_id
     left join incoming_letter i on i.agency_id = :agencyId and i.id = m.incoming_id
     join org_unit u on u.agency_id = :agencyId and u.id = m.opd_id
     order by m.day, m.kind desc, coalesce(l.number, i.number), m.letter_id, m.incoming_id, u.sort_order`,
    { ...scope },
    Movement,
  );
}

const AssumptionRow = z.object({
  validFrom: z.string(),
  paperRupiahPerRim: z.number(),
  tonerRupiahPerPage: z.number(),
  courierRupiahPerDelivery: z.number(),
  draftReprints: z.number(),
  dispositionCopies: z.number(),
  kilogramsPerRim: z.number(),
});
export type AssumptionRow = z.output<typeof AssumptionRow>;

/** Newest first. */
export function listAssumptions(tx: Tx, agencyId: string): Promise<AssumptionRow[]> {
  return many(
    tx,
    `select valid_from, paper_rupiah_per_rim, toner_rupiah_per_page, courier_rupiah_per_delivery, draft_reprints,
       disposition_copies, kilograms_per_rim
     from savings_assumption where agency_id = :agencyId order by valid_from desc`,
    { agencyId },
    AssumptionRow,
  );
}

export async function putAssumptions(
  tx: Tx,
  row: AssumptionValues & { agencyId: string; validFrom: string; personId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into savings_assumption (agency_id, valid_from, paper_rupiah_per_rim, toner_rupiah_per_page,
       courier_rupiah_per_delivery, draft_reprints, disposition_copies, kilograms_per_rim, set_by_person_id, set_at)
     values (:agencyId, :validFrom, :paperRupiahPerRim, :tonerRupiahPerPage, :courierRupiahPerDelivery, :draftReprints,
       :dispositionCopies, :kilogramsPerRim, :personId, :now)
     on conflict (agency_id, valid_from) do update set paper_rupiah_per_rim = excluded.paper_rupiah_per_rim,
       toner_rupiah_per_page = excluded.toner_rupiah_per_page,
       courier_rupiah_per_delivery = excluded.courier_rupiah_per_delivery, draft_reprints = excluded.draft_reprints,
       disposition_copies = excluded.disposition_copies, kilograms_per_rim = excluded.kilograms_per_rim,
       set_by_person_id = excluded.set_by_person_id, set_at = excluded.set_at`,
    { ...row },
  );
}

const Reader = z.object({
  leadsAgency: z.boolean(),
  isSecretary: z.boolean(),
  agencyName: z.string(),
  opdName: z.string(),
  opdCount: z.number(),
});

/** What the desk is in the agency: its head, the regional secretary (head of Setda), or a desk of one OPD. */
export function findReader(
  tx: Tx,
  desk: { agencyId: string; positionId: string; opdId: string },
): Promise<z.output<typeof Reader> | undefined> {
  return one(
    tx,
    `select p.is_regional_head as leads_agency, p.is_unit_head and u.kind = 'setda' as is_secretary, g.name as agency_name,
       opd.name as opd_name,
       (select count(*) from org_unit o where o.agency_id = p.agency_id and o.is_opd) as opd_count
     from position p
     join agency g on g.id = p.agency_id
     join org_unit u on u.agency_id = p.agency_id and u.id = p.unit_id
     join org_unit opd on opd.agency_id = p.agency_id and opd.id = :opdId
     where p.agency_id = :agencyId and p.id = :positionId`,
    { agencyId: desk.agencyId, positionId: desk.positionId, opdId: desk.opdId },
    Reader,
  );
}
