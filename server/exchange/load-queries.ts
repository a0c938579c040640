import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { LoadJob } from './contract.ts';

type JobKey = { agencyId: string; jobId: string };

const COLUMNS = `j.id, j.kind, j.label, j.unit_id, u.name as unit_name, j.source, j.status, j.total_count, j.loaded_count, j.known_count,
  j.refused_count, j.failure, j.created_at, j.finished_at, coalesce((select jsonb_agg(first.* order by first.line)
    from (select r.line, r.reason from load_row r where r.agency_id = j.agency_id and r.job_id = j.id and r.status = 'refused'
      order by r.line limit 3) first), '[]') as refusals`;
const FROM = `from load_job j join org_unit u on u.agency_id = j.agency_id and u.id = j.unit_id`;

const Work = LoadJob.extend({
  isStaged: z.boolean(),
  acceptsForeign: z.boolean(),
  createdByPositionId: z.uuid().nullable(),
  createdByPersonId: z.uuid().nullable(),
});
export type LoadWork = z.output<typeof Work>;

const WORK = `select ${COLUMNS}, j.is_staged, j.accepts_foreign, j.created_by_position_id, j.created_by_person_id ${FROM}`;

export function findLoad(tx: Tx, key: JobKey): Promise<LoadWork | undefined> {
  return one(tx, `${WORK} where j.agency_id = :agencyId and j.id = :jobId`, key, Work);
}

/** The job of this very source in this unit, whoever began it. */
export function findLoadOf(
  tx: Tx,
  of: { agencyId: string; unitId: string; sourceSha256: string },
): Promise<LoadWork | undefined> {
  return one(
    tx,
    `${WORK} where j.agency_id = :agencyId and j.unit_id = :unitId and j.source_sha256 = :sourceSha256 for update of j`,
    of,
    Work,
  );
}

export function listLoadJobs(tx: Tx, agencyId: string): Promise<LoadJob[]> {
  return many(
    tx,
    `select ${COLUMNS} ${FROM} where j.agency_id = :agencyId order by j.created_at desc, j.id desc limit 50`,
    { agencyId },
    LoadJob,
  );
}

export interface NewLoad {
  agencyId: string;
  id: string;
  unitId: string;
  kind: 'table' | 'package';
  label: string;
  source: 'upload' | 'server';
  sourceSha256: string;
  acceptsForeign: boolean;
  positionId: string | null;
  personId: string | null;
  now: Date;
}

export async function insertLoad(tx: Tx, job: NewLoad): Promise<boolean> {
  return (
    (await run(
      tx,
      `insert into load_job (agency_id, id, unit_id, kind, label, source, source_sha256, accepts_foreign, status,
         created_by_position_id, created_by_person_id, created_at)
       values (:agencyId, :id, :unitId, :kind, :label, :source, :sourceSha256, :acceptsForeign, 'waiting', :positionId::uuid,
         :personId::uuid, :now) on conflict do nothing`,
      { ...job },
    )) === 1
  );
}

/** Sends a job on its way again: what was refused is looked at anew; as another kind, everything is. */
export async function setLoadAgain(
  tx: Tx,
  job: JobKey & { kind: NewLoad['kind']; acceptsForeign: boolean },
): Promise<void> {
  await run(
    tx,
    `delete from load_row r using load_job j
     where r.agency_id = :agencyId and r.job_id = :jobId and r.status <> 'loaded'
       and j.agency_id = r.agency_id and j.id = r.job_id and j.kind <> :kind`,
    job,
  );
  await run(
    tx,
    `update load_row set status = 'waiting', reason = null where agency_id = :agencyId and job_id = :jobId and status = 'refused'`,
    job,
  );
  await run(
    tx,
    `update load_job set status = 'waiting', failure = null, finished_at = null, refused_count = 0, accepts_foreign = :acceptsForeign,
       known_count = case when kind = :kind then known_count else 0 end, total_count = case when kind = :kind then total_count else 0 end,
       is_staged = is_staged and kind = :kind, kind = :kind
     where agency_id = :agencyId and id = :jobId`,
    job,
  );
}

export async function setLoadRunning(tx: Tx, key: JobKey): Promise<boolean> {
  return (
    (await run(
      tx,
      `update load_job set status = 'running' where agency_id = :agencyId and id = :jobId and status in ('waiting', 'running')`,
      key,
    )) === 1
  );
}

export async function setLoadDone(tx: Tx, job: JobKey & { now: Date }): Promise<void> {
  await run(
    tx,
    `update load_job set status = 'done', finished_at = :now where agency_id = :agencyId and id = :jobId and status = 'running'`,
    job,
  );
}

export async function setLoadFailed(tx: Tx, job: JobKey & { failure: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update load_job set status = 'failed', failure = :failure, finished_at = :now
     where agency_id = :agencyId and id = :jobId and status in ('waiting', 'running')`,
    job,
  );
}

export interface StagedRow {
  line: number;
  content: unknown;
  reason: string | null;
}

/** Rows as they were read; a line that is here already stays as it is. */
export async function insertRows(tx: Tx, key: JobKey, rows: readonly StagedRow[]): Promise<void> {
  await run(
    tx,
    `insert into load_row (agency_id, job_id, line, content, status, reason)
     select :agencyId::uuid, :jobId::uuid, r.line, r.content, case when r.reason is null then 'waiting' else 'refused' end, r.reason
     from jsonb_to_recordset(:rows::jsonb) as r(line int, content jsonb, reason text) order by r.line on conflict do nothing`,
    { ...key, rows: JSON.stringify(rows) },
  );
}

export async function setStaged(tx: Tx, key: JobKey): Promise<void> {
  await run(
    tx,
    `update load_job j set is_staged = true, total_count = c.total, refused_count = c.refused
     from (select count(*) as total, count(*) filter (where status = 'refused') as refused from load_row
       where agency_id = :agencyId and job_id = :jobId) c
     where j.agency_id = :agencyId and j.id = :jobId`,
    key,
  );
}

const Row = z.object({ line: z.int(), content: z.unknown() });
export type WaitingRow = z.output<typeof Row>;

export function listWaitingRows(tx: Tx, query: JobKey & { limit: number }): Promise<WaitingRow[]> {
  return many(
    tx,
    `select line, content from load_row where agency_id = :agencyId and job_id = :jobId and status = 'waiting' order by line limit :limit`,
    query,
    Row,
  );
}

export interface Verdict {
  line: number;
  status: 'loaded' | 'known' | 'refused';
  documentId: string | null;
  reason: string | null;
}

/** What became of rows that were waiting; a row that another run has settled is not counted again. */
export async function settleRows(tx: Tx, key: JobKey, verdicts: readonly Verdict[]): Promise<void> {
  await run(
    tx,
    `with settled as (
       update load_row r set status = v.status, document_id = v."documentId", reason = v.reason
       from jsonb_to_recordset(:verdicts::jsonb) as v(line int, status text, "documentId" uuid, reason text)
       where r.agency_id = :agencyId and r.job_id = :jobId and r.line = v.line and r.status = 'waiting' returning r.status)
     update load_job j set loaded_count = loaded_count + c.loaded, known_count = known_count + c.known, refused_count = refused_count + c.refused
     from (select count(*) filter (where status = 'loaded') as loaded, count(*) filter (where status = 'known') as known,
       count(*) filter (where status = 'refused') as refused from settled) c
     where j.agency_id = :agencyId and j.id = :jobId`,
    { ...key, verdicts: JSON.stringify(verdicts) },
  );
}

const Refused = z.object({ line: z.int(), reason: z.string(), content: z.unknown() });
export type RefusedRow = z.output<typeof Refused>;

export function listRefusedRows(tx: Tx, query: JobKey & { afterLine: number; limit: number }): Promise<RefusedRow[]> {
  return many(
    tx,
    `select line, reason, content from load_row
     where agency_id = :agencyId and job_id = :jobId and status = 'refused' and line > :afterLine order by line limit :limit`,
    query,
    Refused,
  );
}

const Part = z.object({ sha256: z.string(), sizeBytes: z.int() });

export async function insertLoadPart(
  tx: Tx,
  part: JobKey & { ordinal: number; sha256: string; sizeBytes: number },
): Promise<void> {
  await run(
    tx,
    `insert into load_part (agency_id, job_id, ordinal, sha256, size_bytes) values (:agencyId, :jobId, :ordinal, :sha256, :sizeBytes)
     on conflict do nothing`,
    part,
  );
}

export function listLoadParts(tx: Tx, key: JobKey): Promise<z.output<typeof Part>[]> {
  return many(
    tx,
    `select sha256, size_bytes from load_part where agency_id = :agencyId and job_id = :jobId order by ordinal`,
    key,
    Part,
  );
}

const Unit = z.object({ id: z.uuid(), name: z.string() });

/** An organisation (OPD) of the agency. */
export function findOpd(tx: Tx, key: { agencyId: string; unitId: string }): Promise<z.output<typeof Unit> | undefined> {
  return one(
    tx,
    `select id, name from org_unit where agency_id = :agencyId and id = :unitId and unit_opd(agency_id, id) = id`,
    key,
    Unit,
  );
}

export function listOpds(tx: Tx, agencyId: string): Promise<z.output<typeof Unit>[]> {
  return many(
    tx,
    `select id, name from org_unit where agency_id = :agencyId and unit_opd(agency_id, id) = id order by name`,
    { agencyId },
    Unit,
  );
}

export async function deleteLoadParts(tx: Tx, key: JobKey): Promise<void> {
  await run(tx, `delete from load_part where agency_id = :agencyId and job_id = :jobId`, key);
}

const Place = z.object({ agencyId: z.uuid(), unitId: z.uuid() });

/** Agency and OPD as a person at the server names them; undefined when that is not one of each. */
export async function findPlace(
  tx: Tx,
  named: { agencyName: string; unitName: string },
): Promise<z.output<typeof Place> | undefined> {
  const agencies = await many(
    tx,
    `select id from agency where :agencyName in ('', name, short_name, id::text) order by id limit 2`,
    { agencyName: named.agencyName },
    z.object({ id: z.uuid() }),
  );
  const [agency] = agencies;
  if (!agency || agencies.length > 1) return undefined;
  await run(tx, `select set_config('app.agency_id', :agencyId, true)`, { agencyId: agency.id });
  const units = await many(
    tx,
    `select agency_id, id as unit_id from org_unit where agency_id = :agencyId and unit_opd(agency_id, id) = id
       and :unitName in (name, short_name, numbering_code, id::text) limit 2`,
    { agencyId: agency.id, unitName: named.unitName },
    Place,
  );
  return units.length === 1 ? units[0] : undefined;
}
