import { one, run, type Tx } from '../db.ts';
import { FilingSetting } from './queue-contract.ts';

export function findFilingSetting(tx: Tx, agencyId: string): Promise<FilingSetting | undefined> {
  return one(tx, `select file_after_days from filing_setting where agency_id = :agencyId`, { agencyId }, FilingSetting);
}

export async function putFilingSetting(tx: Tx, setting: FilingSetting & { agencyId: string }): Promise<void> {
  await run(
    tx,
    `insert into filing_setting (agency_id, file_after_days) values (:agencyId, :fileAfterDays)
     on conflict (agency_id) do update set file_after_days = excluded.file_after_days`,
    { ...setting },
  );
}
