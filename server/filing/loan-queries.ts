import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { ITEM_CLASS, ITEM_PARTS } from './file-queries.ts';

const OpenLoan = z.object({
  id: z.uuid(),
  version: z.int(),
  borrowerTitle: z.string(),
  borrowerName: z.string().nullable(),
  purpose: z.string(),
  lentAt: z.string(),
  dueDate: z.string(),
});

export async function findOpenLoan(
  tx: Tx,
  wanted: { agencyId: string; fileId: string },
): Promise<z.output<typeof OpenLoan> | null> {
  const row = await one(
    tx,
    `select o.id, o.version, p.title as borrower_title, n.name as borrower_name, o.purpose, o.lent_at, o.due_date
     from file_loan o
     join position p on p.agency_id = o.agency_id and p.id = o.borrower_position_id
     left join person n on n.agency_id = o.agency_id and n.id = o.borrower_person_id
     where o.agency_id = :agencyId and o.file_id = :fileId and o.returned_at is null`,
    wanted,
    OpenLoan,
  );
  return row ?? null;
}

const LoanRow = z.object({
  id: z.uuid(),
  version: z.int(),
  unitId: z.uuid(),
  fileId: z.uuid(),
  number: z.int(),
  year: z.int(),
  title: z.string(),
  classificationCode: z.string(),
  boxCode: z.string().nullable(),
  folder: z.string(),
  borrowerPositionId: z.uuid(),
  borrowerTitle: z.string(),
  borrowerName: z.string().nullable(),
  purpose: z.string(),
  lentAt: z.string(),
  lentBy: z.string().nullable(),
  dueDate: z.string(),
  returnedAt: z.string().nullable(),
  returnNote: z.string(),
});
export type LoanRow = z.output<typeof LoanRow>;

const LOAN = `o.id, o.version, o.unit_id, o.file_id, f.number, f.year, f.title, f.classification_code, b.code as box_code, f.folder,
  o.borrower_position_id, p.title as borrower_title, n.name as borrower_name, o.purpose, o.lent_at, k.name as lent_by, o.due_date,
  o.returned_at, o.return_note`;
const PARTS = `join record_file f on f.agency_id = o.agency_id and f.id = o.file_id
  join position p on p.agency_id = o.agency_id and p.id = o.borrower_position_id
  left join storage_box b on b.agency_id = f.agency_id and b.id = f.box_id
  left join person n on n.agency_id = o.agency_id and n.id = o.borrower_person_id
  left join person k on k.agency_id = o.agency_id and k.id = o.lent_by_person_id`;

type Whose = { agencyId: string; positionId: string; unitIds: readonly string[] };
const OURS = `(o.unit_id = any(:unitIds::uuid[]) or o.borrower_position_id = :positionId)`;

const PageRow = LoanRow.extend({ cursorAt: z.string() });

/** What is out by due date, nearest first; what is back, last lent first. */
export function listLoanRows(
  tx: Tx,
  query: Whose & {
    state: 'out' | 'late' | 'returned';
    today: string;
    afterAt: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<z.output<typeof PageRow>[]> {
  const { state, today, ...rest } = query;
  const isBack = state === 'returned';
  const order = isBack ? `o.lent_at desc, o.id desc` : `o.due_date, o.id`;
  const after = isBack
    ? `(o.lent_at, o.id) < (:afterAt::timestamptz, :afterId::uuid)`
    : `(o.due_date, o.id) > (:afterAt::date, :afterId::uuid)`;
  const which = { out: `o.returned_at is null`, late: `o.returned_at is null and o.due_date < :today::date` };
  return many(
    tx,
    `select ${LOAN}, ${isBack ? 'o.lent_at::text' : 'o.due_date::text'} as cursor_at from file_loan o ${PARTS}
     where o.agency_id = :agencyId and ${OURS} and ${isBack ? `o.returned_at is not null` : which[state]}
       and (:afterAt::text is null or ${after})
     order by ${order} limit :limit`,
    { ...rest, today, unitIds: [...query.unitIds] },
    PageRow,
  );
}

const LoanCounts = z.object({ out: z.int(), late: z.int() });

export async function countLoans(tx: Tx, query: Whose & { today: string }): Promise<z.output<typeof LoanCounts>> {
  const row = await one(
    tx,
    `select count(*) as out, count(*) filter (where o.due_date < :today::date) as late
     from file_loan o where o.agency_id = :agencyId and ${OURS} and o.returned_at is null`,
    { ...query, unitIds: [...query.unitIds] },
    LoanCounts,
  );
  return row ?? { out: 0, late: 0 };
}

export function findLoan(tx: Tx, wanted: { agencyId: string; loanId: string }): Promise<LoanRow | undefined> {
  return one(
    tx,
    `select ${LOAN} from file_loan o ${PARTS} where o.agency_id = :agencyId and o.id = :loanId`,
    wanted,
    LoanRow,
  );
}

/** False when the file is with a desk already. */
export async function insertLoan(
  tx: Tx,
  loan: {
    agencyId: string;
    id: string;
    unitId: string;
    fileId: string;
    borrowerPositionId: string;
    borrowerPersonId: string | null;
    purpose: string;
    dueDate: string;
    positionId: string;
    personId: string;
    now: Date;
  },
): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into file_loan (agency_id, id, unit_id, file_id, borrower_position_id, borrower_person_id, purpose, lent_at, due_date,
       lent_by_position_id, lent_by_person_id)
     values (:agencyId, :id, :unitId, :fileId, :borrowerPositionId, :borrowerPersonId, :purpose, :now, :dueDate, :positionId, :personId)
     on conflict do nothing`,
    loan,
  );
  return inserted === 1;
}

export async function setReturned(
  tx: Tx,
  back: {
    agencyId: string;
    loanId: string;
    version: number;
    positionId: string;
    personId: string;
    note: string;
    now: Date;
  },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update file_loan set returned_at = :now, returned_by_position_id = :positionId, returned_by_person_id = :personId,
       return_note = :note, version = version + 1
     where agency_id = :agencyId and id = :loanId and version = :version and returned_at is null`,
    back,
  );
  return changed === 1;
}

const Overdue = z.object({
  id: z.uuid(),
  fileId: z.uuid(),
  number: z.int(),
  year: z.int(),
  dueDate: z.string(),
  borrowerPositionId: z.uuid(),
  lentByPositionId: z.uuid(),
});
export type OverdueRow = z.output<typeof Overdue>;

/** Loans past their day of which nobody was reminded today; whoever sweeps at the same time passes them by. */
export function lockOverdue(tx: Tx, query: { agencyId: string; today: string; limit: number }): Promise<OverdueRow[]> {
  return many(
    tx,
    `select o.id, o.file_id, f.number, f.year, o.due_date, o.borrower_position_id, o.lent_by_position_id
     from file_loan o join record_file f on f.agency_id = o.agency_id and f.id = o.file_id
     where o.agency_id = :agencyId and o.returned_at is null and o.due_date < :today::date
       and (o.reminded_on is null or o.reminded_on < :today::date)
     order by o.due_date, o.id limit :limit for update of o skip locked`,
    query,
    Overdue,
  );
}

export async function setReminded(
  tx: Tx,
  reminded: { agencyId: string; loanIds: readonly string[]; today: string },
): Promise<void> {
  await run(
    tx,
    `update file_loan set reminded_on = :today::date where agency_id = :agencyId and id = any(:loanIds::uuid[])`,
    { ...reminded, loanIds: [...reminded.loanIds] },
  );
}

const Unreadable = z.object({ limited: z.int(), secret: z.int() });

/** Items of a file that a desk may not read: B is open within the own OPD, T to its archivist, the rest to who is named. */
export async function countUnreadable(
  tx: Tx,
  wanted: {
    agencyId: string;
    fileId: string;
    positionId: string;
    isOwnOpd: boolean;
    isArchivist: boolean;
  },
): Promise<z.output<typeof Unreadable>> {
  const row = await one(
    tx,
    `select count(*) filter (where class in ('B', 'T')) as limited, count(*) filter (where class in ('R', 'SR')) as secret
     from (
       select ${ITEM_CLASS} as class from record r ${ITEM_PARTS}
       where r.agency_id = :agencyId and r.file_id = :fileId and r.filing = 'filed'
         and not (:isOwnOpd and ${ITEM_CLASS} = 'B') and not (:isArchivist and ${ITEM_CLASS} = 'T')
         and not exists (select from letter_access a where a.agency_id = r.agency_id and a.letter_id = r.letter_id
           and a.grantee_kind = 'position' and a.grantee_id = :positionId)
         and not exists (select from incoming_access a where a.agency_id = r.agency_id and a.incoming_id = r.incoming_id
           and a.grantee_kind = 'position' and a.grantee_id = :positionId)
         and not exists (select from document_access a where a.agency_id = r.agency_id and a.document_id = r.document_id
           and a.grantee_kind = 'position' and a.grantee_id = :positionId)
     ) unread`,
    wanted,
    Unreadable,
  );
  return row ?? { limited: 0, secret: 0 };
}

const Borrower = z.object({
  opdId: z.uuid(),
  title: z.string(),
  archivistUnits: z.array(z.uuid()),
});

/** A desk that may borrow. */
export function findBorrower(
  tx: Tx,
  wanted: { agencyId: string; positionId: string },
): Promise<z.output<typeof Borrower> | undefined> {
  return one(
    tx,
    `select coalesce(unit_opd(p.agency_id, p.unit_id), p.unit_id) as opd_id, p.title,
       array(select r.unit_id::text from position_role r where r.agency_id = p.agency_id and r.position_id = p.id and r.role = 'archivist')
         as archivist_units
     from position p where p.agency_id = :agencyId and p.id = :positionId`,
    wanted,
    Borrower,
  );
}
