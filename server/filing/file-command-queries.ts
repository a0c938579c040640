import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { FileStatus, Lifecycle } from './file-shapes.ts';

const Locked = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  number: z.int(),
  year: z.int(),
  title: z.string(),
  classificationCode: z.string(),
  status: FileStatus,
  lifecycle: Lifecycle,
  isStanding: z.boolean(),
  version: z.int(),
  closedOn: z.string().nullable(),
  triggerOn: z.string().nullable(),
  triggerEvent: z.string().nullable(),
  activeYears: z.int().nullable(),
  inactiveYears: z.int().nullable(),
  activeUntil: z.string().nullable(),
  boxId: z.uuid().nullable(),
  folder: z.string(),
  description: z.string(),
});
export type LockedFile = z.output<typeof Locked>;

/** Keeps other commands on the files waiting until this transaction ends; always in the order of ids. */
export function lockFiles(tx: Tx, wanted: { agencyId: string; fileIds: readonly string[] }): Promise<LockedFile[]> {
  return many(
    tx,
    `select id, unit_id, number, year, title, classification_code, status, lifecycle, is_standing, version, closed_on, trigger_on,
       trigger_event, active_years, inactive_years, active_until, box_id, folder, description
     from record_file where agency_id = :agencyId and id = any(:fileIds::uuid[]) order by id for update`,
    { agencyId: wanted.agencyId, fileIds: [...wanted.fileIds] },
    Locked,
  );
}

export async function insertFile(
  tx: Tx,
  file: {
    agencyId: string;
    id: string;
    unitId: string;
    code: string;
    year: number;
    title: string;
    description: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into record_file (agency_id, id, unit_id, classification_code, year, number, title, description, is_standing, created_at)
     values (:agencyId::uuid, :id::uuid, :unitId::uuid, :code, :year::int, take_file_number(:agencyId::uuid, :unitId::uuid, :year::int),
       :title, :description, false, :now::timestamptz)`,
    file,
  );
}

type Versioned = { agencyId: string; fileId: string; version: number };

export async function setFileFacts(
  tx: Tx,
  change: Versioned & { title: string; description: string; boxId: string | null; folder: string },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update record_file set title = :title, description = :description, box_id = :boxId::uuid, folder = :folder, version = version + 1
     where agency_id = :agencyId and id = :fileId and version = :version`,
    change,
  );
  return changed === 1;
}

export interface FrozenRule {
  activeYears: number | null;
  inactiveYears: number | null;
  triggerEvent: string;
  finalAction: string | null;
  exceptionNote: string;
}

export async function setClosed(
  tx: Tx,
  change: Versioned &
    FrozenRule & {
      closedOn: string;
      triggerOn: string | null;
      activeUntil: string | null;
      inactiveUntil: string | null;
    },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update record_file set status = 'closed', closed_on = :closedOn::date, trigger_on = :triggerOn::date, active_years = :activeYears,
       inactive_years = :inactiveYears, trigger_event = :triggerEvent, final_action = :finalAction, exception_note = :exceptionNote,
       active_until = :activeUntil::date, inactive_until = :inactiveUntil::date, version = version + 1
     where agency_id = :agencyId and id = :fileId and version = :version and status = 'open'`,
    { ...change },
  );
  return changed === 1;
}

/** Open again, with no rule frozen; a standing file only where no other took its place. */
export async function setReopened(tx: Tx, change: Versioned): Promise<boolean> {
  const changed = await run(
    tx,
    `update record_file f set status = 'open', closed_on = null, trigger_on = null, active_years = null, inactive_years = null,
       trigger_event = null, final_action = null, exception_note = null, active_until = null, inactive_until = null,
       is_standing = f.is_standing and not exists (select from record_file o where o.agency_id = f.agency_id and o.unit_id = f.unit_id
         and o.classification_code = f.classification_code and o.year = f.year and o.is_standing and o.status = 'open'),
       version = version + 1
     where f.agency_id = :agencyId and f.id = :fileId and f.version = :version and f.status = 'closed' and f.lifecycle = 'active'`,
    change,
  );
  return changed === 1;
}

export async function setTrigger(
  tx: Tx,
  change: Versioned & { triggerOn: string; activeUntil: string | null; inactiveUntil: string | null },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update record_file set trigger_on = :triggerOn::date, active_until = :activeUntil::date, inactive_until = :inactiveUntil::date,
       version = version + 1
     where agency_id = :agencyId and id = :fileId and version = :version and status = 'closed'`,
    change,
  );
  return changed === 1;
}

export async function setMerged(tx: Tx, change: Versioned & { intoFileId: string }): Promise<boolean> {
  const changed = await run(
    tx,
    `update record_file set status = 'merged', merged_into_id = :intoFileId, version = version + 1
     where agency_id = :agencyId and id = :fileId and version = :version and status = 'open'`,
    change,
  );
  return changed === 1;
}

/** Items follow in their order behind those that are there; proposals follow as proposals. */
export async function moveAllItems(
  tx: Tx,
  move: { agencyId: string; fromFileId: string; toFileId: string },
): Promise<number> {
  await run(
    tx,
    `update record set file_id = :toFileId, version = version + 1
     where agency_id = :agencyId and file_id = :fromFileId and filing = 'proposed'`,
    move,
  );
  return run(
    tx,
    `with last as (
       select coalesce(max(ordinal), 0) as ordinal from record where agency_id = :agencyId and file_id = :toFileId
     ), moving as (
       select id, row_number() over (order by ordinal, id) as nth from record where agency_id = :agencyId and file_id = :fromFileId
     )
     update record r set file_id = :toFileId, ordinal = last.ordinal + moving.nth, version = r.version + 1
     from moving, last where r.agency_id = :agencyId and r.id = moving.id`,
    move,
  );
}

/** Proposals for a file that takes no more go to another, as likely only. */
export async function moveProposals(
  tx: Tx,
  move: { agencyId: string; fromFileId: string; toFileId: string },
): Promise<number> {
  return run(
    tx,
    `update record set file_id = :toFileId, reason = 'classification', because_record_id = null, is_certain = false, version = version + 1
     where agency_id = :agencyId and file_id = :fromFileId and filing = 'proposed'`,
    move,
  );
}

export async function hasProposals(tx: Tx, wanted: { agencyId: string; fileId: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select exists (select from record where agency_id = :agencyId and file_id = :fileId and filing = 'proposed') as has`,
    wanted,
    z.object({ has: z.boolean() }),
  );
  return row?.has ?? false;
}

const Ties = z.object({ isHeld: z.boolean(), isLent: z.boolean() });

/** What keeps a file from going into another. */
export async function findTies(tx: Tx, wanted: { agencyId: string; fileId: string }): Promise<z.output<typeof Ties>> {
  const row = await one(
    tx,
    `select is_file_held(:agencyId::uuid, :fileId::uuid) as is_held, exists (
       select from file_loan where agency_id = :agencyId and file_id = :fileId and returned_at is null) as is_lent`,
    wanted,
    Ties,
  );
  return row ?? { isHeld: false, isLent: false };
}

export type FileChangeKind =
  | 'opened'
  | 'edited'
  | 'closed'
  | 'reopened'
  | 'trigger_set'
  | 'merged'
  | 'received'
  | 'held'
  | 'released'
  | 'lent'
  | 'returned';

export async function insertFileChange(
  tx: Tx,
  change: {
    agencyId: string;
    id: string;
    fileId: string;
    version: number;
    kind: FileChangeKind;
    changes: Record<string, unknown>;
    reason: string;
    positionId: string | null;
    personId: string | null;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into record_file_change (agency_id, id, file_id, version, kind, changes, reason, position_id, person_id, changed_at)
     values (:agencyId, :id, :fileId, :version, :kind, :changes::jsonb, :reason, :positionId, :personId, :now)`,
    { ...change, changes: JSON.stringify(change.changes) },
  );
}
