import { run, type Tx } from '../db.ts';

export async function insertPrint(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    letterId: string;
    unitId: string;
    personId: string;
    sheets: number;
    now: Date;
    onDay: string;
  },
): Promise<void> {
  await run(
    tx,
    `insert into print_event (agency_id, id, letter_id, unit_id, person_id, sheets, printed_at, printed_date)
     values (:agencyId, :id, :letterId, :unitId, :personId, :sheets, :now, :onDay)`,
    row,
  );
}
