import { z } from 'zod';
import { many, type Tx } from '../db.ts';
import { SetFile } from './bag-set.ts';

const FileRow = SetFile.omit({ classification: true }).extend({
  unitId: z.uuid(),
  keptByUnitId: z.uuid().nullable(),
  classificationCode: z.string(),
  classificationName: z.string(),
  /** As another instance described the file, when it came from there. */
  cameAs: z.unknown(),
  itemCount: z.int(),
});
export type BagFileRow = z.output<typeof FileRow>;

export function listBagFiles(tx: Tx, agencyId: string, fileIds: readonly string[]): Promise<BagFileRow[]> {
  return many(
    tx,
    `select f.id, f.number, f.year, f.title, f.description, f.unit_id, f.kept_by_unit_id, u.name as unit_name, f.classification_code,
       c.name as classification_name, f.status, f.lifecycle, f.closed_on, f.trigger_on, f.active_years, f.inactive_years,
       f.trigger_event, f.final_action, f.exception_note, f.active_until, f.inactive_until, i.metadata as came_as,
       (select count(*) from record r where r.agency_id = f.agency_id and r.file_id = f.id and r.destroyed_at is null) as item_count
     from record_file f
     join org_unit u on u.agency_id = f.agency_id and u.id = f.unit_id
     join classification c on c.agency_id = f.agency_id and c.code = f.classification_code
     left join imported_file i on i.agency_id = f.agency_id and i.file_id = f.id
     where f.agency_id = :agencyId and f.id = any(:fileIds::uuid[])
     order by f.classification_code, f.year, f.number, f.id`,
    { agencyId, fileIds: [...fileIds] },
    FileRow,
  );
}

const RecordRow = z.object({
  letterId: z.uuid().nullable(),
  incomingId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
  copyStatus: z.enum(['original', 'copy', 'carbon_copy', 'photocopy']),
});
export type BagRecordRow = z.output<typeof RecordRow>;

/** Items of one file in their order; what was destroyed has nothing left to give. */
export function listBagRecords(tx: Tx, file: { agencyId: string; fileId: string }): Promise<BagRecordRow[]> {
  return many(
    tx,
    `select letter_id, incoming_id, document_id, copy_status from record
     where agency_id = :agencyId and file_id = :fileId and destroyed_at is null
     order by ordinal nulls last, created_at, id`,
    file,
    RecordRow,
  );
}
