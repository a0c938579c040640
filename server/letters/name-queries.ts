import { z } from 'zod';
import { one, type Tx } from '../db.ts';

const Named = z.object({ name: z.string() });

export async function findPersonName(tx: Tx, agencyId: string, personId: string): Promise<string> {
  const row = await one(
    tx,
    `select name from person where agency_id = :agencyId and id = :personId`,
    { agencyId, personId },
    Named,
  );
  return row?.name ?? '';
}
