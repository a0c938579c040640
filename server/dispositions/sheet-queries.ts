import { z } from 'zod';
import { one, type Tx } from '../db.ts';

const GiverRow = z.object({
  unitId: z.uuid(),
  rank: z.string().nullable(),
  nip: z.string().nullable(),
  isRegionalHead: z.boolean(),
});
export type GiverRow = z.output<typeof GiverRow>;

/** The office and the person behind a disposition. */
export function findGiverRow(
  tx: Tx,
  wanted: { agencyId: string; dispositionId: string },
): Promise<GiverRow | undefined> {
  return one(
    tx,
    `select p.unit_id, person.rank, person.nip, p.is_regional_head from disposition d
     join position p on p.agency_id = d.agency_id and p.id = d.giver_position_id
     left join person on person.agency_id = d.agency_id and person.id = d.giver_person_id
     where d.agency_id = :agencyId and d.id = :dispositionId`,
    wanted,
    GiverRow,
  );
}
