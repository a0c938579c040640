import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

const Fileable = z.object({
  status: z.string(),
  classificationCode: z.string().nullable(),
  classificationName: z.string().nullable(),
  year: z.number().nullable(),
  opdId: z.uuid(),
  securityClass: z.string(),
});

export function findFileable(
  tx: Tx,
  agencyId: string,
  letterId: string,
): Promise<z.output<typeof Fileable> | undefined> {
  return one(
    tx,
    `select l.status, l.classification_code, l.security_class, c.name as classification_name, extract(year from l.letter_date)::int as year,
       coalesce(unit_opd(l.agency_id, l.unit_id), l.unit_id) as opd_id
     from letter l left join classification c on c.agency_id = l.agency_id and c.code = l.classification_code
     where l.agency_id = :agencyId and l.id = :letterId`,
    { agencyId, letterId },
    Fileable,
  );
}

const FileableIncoming = Fileable.extend({ letterId: z.uuid().nullable(), year: z.int() });
export type FileableIncoming = z.output<typeof FileableIncoming>;

export function findFileableIncoming(
  tx: Tx,
  agencyId: string,
  incomingId: string,
): Promise<FileableIncoming | undefined> {
  return one(
    tx,
    `select i.status, i.classification_code, i.security_class, c.name as classification_name, extract(year from i.received_date)::int as year,
       coalesce(unit_opd(i.agency_id, i.unit_id), i.unit_id) as opd_id, i.origin_letter_id as letter_id
     from incoming_letter i
     left join classification c on c.agency_id = i.agency_id and c.code = i.classification_code
     where i.agency_id = :agencyId and i.id = :incomingId for update of i`,
    { agencyId, incomingId },
    FileableIncoming,
  );
}

const Received = z.object({ incomingId: z.uuid(), opdId: z.uuid(), isCarbonCopy: z.boolean() });

/** Incoming letters made from this one, with the organisation that received each. */
export function listReceived(tx: Tx, agencyId: string, letterId: string): Promise<z.output<typeof Received>[]> {
  return many(
    tx,
    `select i.id as incoming_id, coalesce(unit_opd(i.agency_id, i.unit_id), i.unit_id) as opd_id, not exists (
       select from incoming_addressee a where a.agency_id = i.agency_id and a.incoming_id = i.id and a.role = 'to') as is_carbon_copy
     from incoming_letter i
     where i.agency_id = :agencyId and i.origin_letter_id = :letterId order by is_carbon_copy, i.received_at, i.id`,
    { agencyId, letterId },
    Received,
  );
}
