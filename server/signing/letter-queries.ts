import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';

type Key = { agencyId: string; letterId: string };

const Returned = z.object({
  subject: z.string(),
  securityClass: z.string(),
  drafterPositionId: z.uuid(),
  number: z.string().nullable(),
});

export function setLetterReadyAgain(
  tx: Tx,
  letter: Key & { now: Date },
): Promise<z.output<typeof Returned> | undefined> {
  return one(
    tx,
    `update letter set status = 'ready_to_sign', version = version + 1, updated_at = :now
     where agency_id = :agencyId and id = :letterId and status = 'signing'
     returning subject, security_class, drafter_position_id, number`,
    letter,
    Returned,
  );
}

const Signed = z.object({
  subject: z.string(),
  number: z.string(),
  drafterPositionId: z.uuid(),
  drafterPersonId: z.uuid(),
  signatoryPositionId: z.uuid(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
});

export function setLetterSigned(
  tx: Tx,
  signed: Key & { sha256: string; sizeBytes: number; pageCount: number; level: string; now: Date },
): Promise<z.output<typeof Signed> | undefined> {
  return one(
    tx,
    `update letter set status = 'signed', version = version + 1, updated_at = :now, signed_at = :now, signed_sha256 = :sha256,
       signed_size_bytes = :sizeBytes, page_count = :pageCount, signature_level = :level
     where agency_id = :agencyId and id = :letterId and status = 'signing'
     returning subject, number, drafter_position_id, drafter_person_id, signatory_position_id, security_class`,
    signed,
    Signed,
  );
}

/** Keeps the content as it was signed, beside the versions that led to it. */
export async function insertSignedVersion(
  tx: Tx,
  signed: Key & { positionId: string; personId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into letter_version (agency_id, letter_id, content_version, content, position_id, person_id, reason, created_at)
     select agency_id, letter_id, content_version + 1, content, :positionId, :personId, 'signed', :now
     from letter_version where agency_id = :agencyId and letter_id = :letterId
     order by content_version desc limit 1`,
    signed,
  );
}
