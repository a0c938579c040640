import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { LegalHold } from './hold-contract.ts';

const HOLD = `select h.id, h.version, h.unit_id, h.case_number, h.reason, h.placed_at, p.name as placed_by, h.released_at,
    n.name as released_by, h.release_reason, coalesce((
      select jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number, 'year', f.year, 'title', f.title) order by f.year, f.number)
      from legal_hold_file hf join record_file f on f.agency_id = hf.agency_id and f.id = hf.file_id
      where hf.agency_id = h.agency_id and hf.hold_id = h.id), '[]') as files
  from legal_hold h
  left join person p on p.agency_id = h.agency_id and p.id = h.placed_by_person_id
  left join person n on n.agency_id = h.agency_id and n.id = h.released_by_person_id`;

/** Open holds first, then those released, newest first. */
export function listHolds(tx: Tx, query: { agencyId: string; unitIds: readonly string[] }): Promise<LegalHold[]> {
  return many(
    tx,
    `${HOLD} where h.agency_id = :agencyId and h.unit_id = any(:unitIds::uuid[])
     order by h.released_at is not null, h.placed_at desc, h.id desc limit 200`,
    { agencyId: query.agencyId, unitIds: [...query.unitIds] },
    LegalHold,
  );
}

export function findHold(tx: Tx, wanted: { agencyId: string; holdId: string }): Promise<LegalHold | undefined> {
  return one(tx, `${HOLD} where h.agency_id = :agencyId and h.id = :holdId`, wanted, LegalHold);
}

export async function insertHold(
  tx: Tx,
  hold: {
    agencyId: string;
    id: string;
    unitId: string;
    caseNumber: string;
    reason: string;
    positionId: string;
    personId: string;
    fileIds: readonly string[];
    now: Date;
  },
): Promise<void> {
  const { fileIds, ...row } = hold;
  await run(
    tx,
    `insert into legal_hold (agency_id, id, unit_id, case_number, reason, placed_at, placed_by_position_id, placed_by_person_id)
     values (:agencyId, :id, :unitId, :caseNumber, :reason, :now, :positionId, :personId)`,
    row,
  );
  await run(
    tx,
    `insert into legal_hold_file (agency_id, hold_id, file_id) select :agencyId, :id, f from unnest(:fileIds::uuid[]) f`,
    { agencyId: hold.agencyId, id: hold.id, fileIds: [...fileIds] },
  );
}

/** False when the hold was released, or changed, meanwhile. */
export async function setReleased(
  tx: Tx,
  release: {
    agencyId: string;
    holdId: string;
    version: number;
    positionId: string;
    personId: string;
    reason: string;
    now: Date;
  },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update legal_hold set released_at = :now, released_by_position_id = :positionId, released_by_person_id = :personId,
       release_reason = :reason, version = version + 1
     where agency_id = :agencyId and id = :holdId and version = :version and released_at is null`,
    release,
  );
  return changed === 1;
}

const HeldFile = z.object({ id: z.uuid(), version: z.int() });

export function listHeldFiles(
  tx: Tx,
  wanted: { agencyId: string; holdId: string },
): Promise<z.output<typeof HeldFile>[]> {
  return many(
    tx,
    `select f.id, f.version from legal_hold_file hf join record_file f on f.agency_id = hf.agency_id and f.id = hf.file_id
     where hf.agency_id = :agencyId and hf.hold_id = :holdId order by f.id`,
    wanted,
    HeldFile,
  );
}
