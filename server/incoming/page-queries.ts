import { z } from 'zod';
import { one, type Tx } from '../db.ts';

/** Hash of the picture of one page as it was made at intake. */
export function findScanPage(
  tx: Tx,
  wanted: { agencyId: string; intakeId: string; page: number },
): Promise<{ imageSha256: string } | undefined> {
  return one(
    tx,
    `select image_sha256 from intake_page where agency_id = :agencyId and intake_id = :intakeId and ordinal = :page`,
    wanted,
    z.object({ imageSha256: z.string() }),
  );
}
