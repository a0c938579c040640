import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { DISPOSAL_KINDS, DISPOSAL_STATES, type DisposalKind, type DisposalState } from './states.ts';
import type { Act, ActKind } from './two-people.ts';

const DisposalRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  kind: z.enum(DISPOSAL_KINDS),
  year: z.int(),
  number: z.int(),
  state: z.enum(DISPOSAL_STATES),
  version: z.int(),
  round: z.int(),
  route: z.enum(['regional_head', 'archival_institution', 'national_archive']).nullable(),
  location: z.string(),
  method: z.enum(['shredded', 'burned', 'melted', 'other']).nullable(),
  methodNote: z.string(),
  proposerPersonId: z.uuid(),
  proposerPositionId: z.uuid(),
  proposerName: z.string(),
  returnReason: z.string().nullable(),
  cancelReason: z.string().nullable(),
  externalNumber: z.string().nullable(),
  externalDate: z.string().nullable(),
  externalSha256: z.string().nullable(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  executingAt: z.string().nullable(),
  executedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type DisposalRow = z.output<typeof DisposalRow>;

type Key = { agencyId: string; disposalId: string };

const SELECT = `select d.id, d.unit_id, u.name as unit_name, d.kind, d.year, d.number, d.state, d.version, d.round, d.route, d.location,
    d.method, d.method_note, d.proposer_person_id, d.proposer_position_id, p.name as proposer_name, d.return_reason, d.cancel_reason,
    d.external_number, d.external_date, d.external_sha256, d.created_at, d.submitted_at, d.approved_at, d.executing_at, d.executed_at,
    d.finished_at
  from disposal d
  join org_unit u on u.agency_id = d.agency_id and u.id = d.unit_id
  join person p on p.agency_id = d.agency_id and p.id = d.proposer_person_id
  where d.agency_id = :agencyId and d.id = :disposalId`;

export function findDisposal(tx: Tx, key: Key): Promise<DisposalRow | undefined> {
  return one(tx, SELECT, key, DisposalRow);
}

export function findDisposalLocked(tx: Tx, key: Key): Promise<DisposalRow | undefined> {
  return one(tx, `${SELECT} for update of d`, key, DisposalRow);
}

export async function insertDisposal(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    unitId: string;
    kind: DisposalKind;
    year: number;
    positionId: string;
    personId: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into disposal (agency_id, id, unit_id, kind, year, number, state, proposer_position_id, proposer_person_id, created_at)
     values (:agencyId, :id, :unitId, :kind, :year, take_disposal_number(:agencyId::uuid, :unitId::uuid, :kind::text, :year::int),
       'draft', :positionId, :personId, :now)`,
    row,
  );
}

/** Moves on from the version that was read; the row is locked, so it cannot fail. */
export async function setState(tx: Tx, moved: Key & { state: DisposalState; now: Date }): Promise<void> {
  await run(
    tx,
    `update disposal set state = :state, version = version + 1,
       approved_at = case when :state = 'approved' then :now::timestamptz else approved_at end,
       executing_at = case when :state = 'executing' then :now::timestamptz else executing_at end,
       executed_at = case when :state = 'minutes' then :now::timestamptz else executed_at end,
       finished_at = case when :state = 'done' then :now::timestamptz else finished_at end
     where agency_id = :agencyId and id = :disposalId`,
    moved,
  );
}

export async function setFacts(
  tx: Tx,
  facts: Key & { location: string; method: string | null; methodNote: string },
): Promise<void> {
  await run(
    tx,
    `update disposal set location = :location, method = :method, method_note = :methodNote, version = version + 1
     where agency_id = :agencyId and id = :disposalId`,
    facts,
  );
}

/** A submission begins a new round: whoever acted in an earlier one may act again. */
export async function setSubmitted(
  tx: Tx,
  given: Key & { state: DisposalState; route: string | null; positionId: string; personId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `update disposal set state = :state, version = version + 1, round = round + 1, route = :route, return_reason = null,
       proposer_position_id = :positionId, proposer_person_id = :personId, submitted_at = :now
     where agency_id = :agencyId and id = :disposalId`,
    given,
  );
}

export async function setBackToDraft(tx: Tx, given: Key & { reason: string }): Promise<void> {
  await run(
    tx,
    `update disposal set state = 'draft', version = version + 1, return_reason = :reason, route = null, approved_at = null,
       external_number = null, external_date = null, external_sha256 = null, external_size_bytes = null
     where agency_id = :agencyId and id = :disposalId`,
    given,
  );
}

export async function setCancelled(tx: Tx, given: Key & { reason: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update disposal set state = 'cancelled', version = version + 1, cancel_reason = :reason, finished_at = :now
     where agency_id = :agencyId and id = :disposalId`,
    given,
  );
}

export async function setExternalApproval(
  tx: Tx,
  given: Key & { number: string; date: string; sha256: string; sizeBytes: number },
): Promise<void> {
  await run(
    tx,
    `update disposal set external_number = :number, external_date = :date, external_sha256 = :sha256, external_size_bytes = :sizeBytes,
       version = version + 1
     where agency_id = :agencyId and id = :disposalId`,
    given,
  );
}

const ActRow = z.object({ kind: z.string(), personId: z.uuid() });

/** Acts of the running round. */
export async function listActs(tx: Tx, key: Key & { round: number }): Promise<Act[]> {
  const rows = await many(
    tx,
    `select kind, person_id from disposal_act where agency_id = :agencyId and disposal_id = :disposalId and round = :round`,
    key,
    ActRow,
  );
  return rows.map((row) => ({ ...row, kind: row.kind as ActKind }));
}

/** False when this person has done the same in this round. */
export async function insertAct(
  tx: Tx,
  act: Key & {
    round: number;
    kind: ActKind;
    personId: string;
    positionId: string;
    appointmentId: string;
    now: Date;
  },
): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into disposal_act (agency_id, disposal_id, round, kind, person_id, position_id, appointment_id, acted_at)
     values (:agencyId, :disposalId, :round, :kind, :personId, :positionId, :appointmentId, :now) on conflict do nothing`,
    act,
  );
  return inserted === 1;
}

const ListRow = z.object({
  id: z.uuid(),
  kind: z.enum(DISPOSAL_KINDS),
  year: z.int(),
  number: z.int(),
  state: z.enum(DISPOSAL_STATES),
  unitName: z.string(),
  fileCount: z.int(),
  createdAt: z.string(),
  isWaitingForMe: z.boolean(),
});

interface ListQuery {
  agencyId: string;
  unitIds: readonly string[];
  positionId: string;
  personId: string;
  isRegionalHead: boolean;
  isOpen: boolean;
}

/** Proposals of the archivist's units and those in which the desk takes part. */
const VISIBLE = `d.agency_id = :agencyId and (d.state not in ('done', 'cancelled')) = :isOpen::boolean
  and (d.unit_id = any(:unitIds::uuid[])
    or exists (select from disposal_party y where y.agency_id = d.agency_id and y.disposal_id = d.id and y.position_id = :positionId
      and d.submitted_at is not null)
    or (:isRegionalHead::boolean and d.route = 'regional_head'))`;

/** Its turn: an assessment, an approval, a presence, an execution, or the next signature. */
const WAITING = `(
  (d.state = 'draft' and d.unit_id = any(:unitIds::uuid[]))
  or (d.state = 'assessment' and exists (select from disposal_party y where y.agency_id = d.agency_id and y.disposal_id = d.id
    and y.position_id = :positionId and y.role like 'panel_%' and y.verdict is null))
  or (d.state = 'decreed' and d.kind = 'destruction' and exists (select from disposal_party y where y.agency_id = d.agency_id
    and y.disposal_id = d.id and y.position_id = :positionId and (y.role = 'executor' or (y.role like 'witness_%' and y.verdict is null))))
  or exists (select from official_paper o join paper_signatory s on s.agency_id = o.agency_id and s.paper_id = o.id
    where o.agency_id = d.agency_id and o.disposal_id = d.id and o.status = 'open' and s.status = 'waiting'
      and s.position_id = :positionId and s.person_id = :personId
      and not exists (select from paper_signatory e where e.agency_id = s.agency_id and e.paper_id = s.paper_id
        and e.ordinal < s.ordinal and e.status <> 'signed')))`;

export function listDisposalRows(
  tx: Tx,
  query: ListQuery & { afterAt: string | null; afterId: string | null; limit: number },
): Promise<z.output<typeof ListRow>[]> {
  return many(
    tx,
    `select d.id, d.kind, d.year, d.number, d.state, u.name as unit_name, d.created_at, ${WAITING} as is_waiting_for_me,
       (select count(*) from disposal_file f where f.agency_id = d.agency_id and f.disposal_id = d.id
         and (f.status = 'done' or (f.status = 'included' and why_file_stays(f.agency_id, f.file_id) is null))) as file_count
     from disposal d join org_unit u on u.agency_id = d.agency_id and u.id = d.unit_id
     where ${VISIBLE} and (:afterAt::timestamptz is null or (d.created_at, d.id) < (:afterAt::timestamptz, :afterId::uuid))
     order by d.created_at desc, d.id desc limit :limit`,
    { ...query, unitIds: [...query.unitIds] },
    ListRow,
  );
}

export async function countWaiting(tx: Tx, query: ListQuery): Promise<number> {
  const row = await one(
    tx,
    `select count(*) as count from disposal d where ${VISIBLE} and ${WAITING}`,
    { ...query, unitIds: [...query.unitIds] },
    z.object({ count: z.number() }),
  );
  return row?.count ?? 0;
}
