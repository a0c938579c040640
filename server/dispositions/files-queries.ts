import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const FileRow = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  ownerKind: z.enum(['item', 'report', 'sheet']).nullable(),
  ownerId: z.uuid().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
});
export type StoredFile = z.output<typeof FileRow>;

const COLUMNS = `id, position_id, owner_kind, owner_id, file_name, media_type, sha256, size_bytes, page_count`;

export interface NewFile {
  agencyId: string;
  id: string;
  positionId: string;
  personId: string;
  ownerKind: 'item' | 'report' | 'sheet' | null;
  ownerId: string | null;
  fileName: string;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
  pageCount: number;
  now: Date;
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await run(
    tx,
    `insert into disposition_file (agency_id, id, position_id, person_id, owner_kind, owner_id, file_name, media_type, sha256, size_bytes,
       page_count, uploaded_at)
     values (:agencyId, :id, :positionId, :personId, :ownerKind, :ownerId, :fileName, :mediaType, :sha256, :sizeBytes, :pageCount, :now)`,
    { ...file },
  );
}

/** Files that this desk uploaded and nothing uses yet, kept from others until the transaction ends. */
export function lockUnclaimed(
  tx: Tx,
  which: { agencyId: string; positionId: string; fileIds: readonly string[] },
): Promise<StoredFile[]> {
  return many(
    tx,
    `select ${COLUMNS} from disposition_file where agency_id = :agencyId and position_id = :positionId
       and id = any(:fileIds::uuid[]) and owner_id is null order by id for update`,
    { ...which, fileIds: [...which.fileIds] },
    FileRow,
  );
}

export async function setOwner(
  tx: Tx,
  claim: { agencyId: string; id: string; ownerKind: string; ownerId: string },
): Promise<void> {
  await run(
    tx,
    `update disposition_file set owner_kind = :ownerKind, owner_id = :ownerId where agency_id = :agencyId and id = :id`,
    claim,
  );
}

export function findFile(tx: Tx, wanted: { agencyId: string; fileId: string }): Promise<StoredFile | undefined> {
  return one(
    tx,
    `select ${COLUMNS} from disposition_file where agency_id = :agencyId and id = :fileId`,
    wanted,
    FileRow,
  );
}

const Owner = z.object({ itemId: z.uuid() });

export async function findItemOfReport(tx: Tx, agencyId: string, reportId: string): Promise<string | undefined> {
  const row = await one(
    tx,
    `select item_id from disposition_report where agency_id = :agencyId and id = :reportId`,
    { agencyId, reportId },
    Owner,
  );
  return row?.itemId;
}

/** Any item of the disposition, whose right is that of the sheet. */
export async function findItemOfSheet(tx: Tx, agencyId: string, dispositionId: string): Promise<string | undefined> {
  const row = await one(
    tx,
    `select id as item_id from disposition_item where agency_id = :agencyId and disposition_id = :dispositionId
     order by ordinal limit 1`,
    { agencyId, dispositionId },
    Owner,
  );
  return row?.itemId;
}

/** Forgets files that nothing came to use; their bytes follow as any unused blob. */
export async function deleteUnclaimed(tx: Tx, limits: { agencyId: string; before: Date }): Promise<void> {
  await run(
    tx,
    `with gone as (
       delete from disposition_file where agency_id = :agencyId and owner_id is null and uploaded_at < :before returning id
     )
     delete from blob_ref r using gone where r.agency_id = :agencyId and r.owner_kind = 'disposition_file' and r.owner_id = gone.id`,
    limits,
  );
}
