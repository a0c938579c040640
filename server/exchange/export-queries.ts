import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { ExportJob } from './contract.ts';

type ExportKey = { agencyId: string; exportId: string };

export async function insertExport(
  tx: Tx,
  job: {
    agencyId: string;
    id: string;
    kind: 'bag' | 'own_letters';
    title: string;
    fileIds: readonly string[];
    positionId: string;
    personId: string;
    appointmentId: string;
    totalCount: number;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into export_job (agency_id, id, kind, title, file_ids, position_id, person_id, appointment_id, status, total_count, created_at)
     values (:agencyId, :id, :kind, :title, :fileIds::uuid[], :positionId, :personId, :appointmentId, 'waiting', :totalCount, :now)`,
    { ...job, fileIds: [...job.fileIds] },
  );
}

const COLUMNS = `id, kind, title, status, done_count, total_count, withheld_count, failure, file_name, size_bytes, created_at, finished_at, expires_at`;

/** What a person has asked for, newest first; from whichever desk. */
export function listExportsOf(tx: Tx, who: { agencyId: string; personId: string }): Promise<ExportJob[]> {
  return many(
    tx,
    `select ${COLUMNS} from export_job where agency_id = :agencyId and person_id = :personId
     order by created_at desc, id desc limit 50`,
    who,
    ExportJob,
  );
}

const Work = ExportJob.extend({
  fileIds: z.array(z.uuid()),
  positionId: z.uuid(),
  personId: z.uuid(),
  appointmentId: z.uuid(),
});
export type ExportWork = z.output<typeof Work>;

export function findExport(tx: Tx, key: ExportKey): Promise<ExportWork | undefined> {
  return one(
    tx,
    `select ${COLUMNS}, file_ids, position_id, person_id, appointment_id from export_job
     where agency_id = :agencyId and id = :exportId`,
    key,
    Work,
  );
}

/** Whether something that the package may hold was destroyed after it was ordered. */
export async function isDestroyedSince(tx: Tx, job: ExportKey & { since: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select exists (select from destroyed_record d join export_job j on j.agency_id = d.agency_id and j.id = :exportId
       where d.agency_id = :agencyId and d.destroyed_at >= :since::timestamptz
         and (j.kind = 'own_letters' or d.file_id = any(j.file_ids))) as is_destroyed`,
    job,
    z.object({ isDestroyed: z.boolean() }),
  );
  return row?.isDestroyed === true;
}

/** True when the work is (still) to be done. */
export async function setExportRunning(tx: Tx, job: ExportKey & { totalCount: number }): Promise<boolean> {
  return (
    (await run(
      tx,
      `update export_job set status = 'running', done_count = 0, withheld_count = 0, total_count = :totalCount
       where agency_id = :agencyId and id = :exportId and status in ('waiting', 'running')`,
      job,
    )) === 1
  );
}

export async function setExportProgress(
  tx: Tx,
  job: ExportKey & { doneCount: number; withheldCount: number },
): Promise<void> {
  await run(
    tx,
    `update export_job set done_count = :doneCount, withheld_count = :withheldCount
     where agency_id = :agencyId and id = :exportId and status = 'running'`,
    job,
  );
}

export async function setExportReady(
  tx: Tx,
  job: ExportKey & { fileName: string; sizeBytes: number; now: Date; expiresAt: Date },
): Promise<boolean> {
  return (
    (await run(
      tx,
      `update export_job set status = 'ready', file_name = :fileName, size_bytes = :sizeBytes, finished_at = :now, expires_at = :expiresAt
       where agency_id = :agencyId and id = :exportId and status = 'running'`,
      job,
    )) === 1
  );
}

export async function setExportFailed(tx: Tx, job: ExportKey & { failure: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update export_job set status = 'failed', failure = :failure, finished_at = :now
     where agency_id = :agencyId and id = :exportId and status in ('waiting', 'running')`,
    job,
  );
}

const Part = z.object({ sha256: z.string(), sizeBytes: z.int() });

export async function insertExportPart(
  tx: Tx,
  part: ExportKey & { ordinal: number; sha256: string; sizeBytes: number },
): Promise<void> {
  await run(
    tx,
    `insert into export_part (agency_id, export_id, ordinal, sha256, size_bytes)
     values (:agencyId, :exportId, :ordinal, :sha256, :sizeBytes)`,
    part,
  );
}

export function listExportParts(tx: Tx, key: ExportKey): Promise<z.output<typeof Part>[]> {
  return many(
    tx,
    `select sha256, size_bytes from export_part where agency_id = :agencyId and export_id = :exportId order by ordinal`,
    key,
    Part,
  );
}

const Expired = z.object({ id: z.uuid() });

/** Packages whose time is over: their parts are nobody's from now on. */
export async function expireExports(tx: Tx, agencyId: string, now: Date): Promise<string[]> {
  const rows = await many(
    tx,
    `update export_job set status = 'expired' where agency_id = :agencyId and status = 'ready' and expires_at <= :now returning id`,
    { agencyId, now },
    Expired,
  );
  for (const { id } of rows)
    await run(tx, `delete from export_part where agency_id = :agencyId and export_id = :exportId`, {
      agencyId,
      exportId: id,
    });
  return rows.map(({ id }) => id);
}

const OwnLetter = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  letterDate: z.string().nullable(),
  subject: z.string(),
  type: z.string(),
  status: z.string(),
  securityClass: z.string(),
});
export type OwnLetterRow = z.output<typeof OwnLetter>;

/**
 * Letters of a person, in the order they were begun: drafted or signed by it, or read by its desk or itself as class B.
 * The right to read is part of the question: what is not class B needs a grant to the desk.
 */
export function listOwnLetters(
  tx: Tx,
  who: { agencyId: string; personId: string; positionId: string; afterId: string; limit: number },
): Promise<OwnLetterRow[]> {
  return many(
    tx,
    `select l.id, l.number, l.letter_date, l.subject, l.type, l.status, l.security_class from letter l
     where l.agency_id = :agencyId and l.id > :afterId::uuid and l.status in ('signed', 'dispatched', 'revoked') and l.destroyed_at is null
       and (l.drafter_person_id = :personId or l.signatory_person_id = :personId or l.security_class = 'B')
       and exists (select from letter_access a where a.agency_id = l.agency_id and a.letter_id = l.id
         and ((a.grantee_kind = 'position' and a.grantee_id = :positionId)
           or (l.security_class = 'B' and a.grantee_kind = 'person' and a.grantee_id = :personId)))
     order by l.id limit :limit`,
    who,
    OwnLetter,
  );
}

export async function countOwnLetters(
  tx: Tx,
  who: { agencyId: string; personId: string; positionId: string },
): Promise<number> {
  const row = await one(
    tx,
    `select count(*) as count from letter l
     where l.agency_id = :agencyId and l.status in ('signed', 'dispatched', 'revoked') and l.destroyed_at is null
       and (l.drafter_person_id = :personId or l.signatory_person_id = :personId or l.security_class = 'B')
       and exists (select from letter_access a where a.agency_id = l.agency_id and a.letter_id = l.id
         and ((a.grantee_kind = 'position' and a.grantee_id = :positionId)
           or (l.security_class = 'B' and a.grantee_kind = 'person' and a.grantee_id = :personId)))`,
    who,
    z.object({ count: z.int() }),
  );
  return row?.count ?? 0;
}
