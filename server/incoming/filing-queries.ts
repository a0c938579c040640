import { run, type Tx } from '../db.ts';

export async function setFiled(tx: Tx, wanted: { agencyId: string; incomingId: string }): Promise<boolean> {
  const touched = await run(
    tx,
    `update incoming_letter set status = 'filed', version = version + 1
     where agency_id = :agencyId and id = :incomingId and status = 'done'`,
    wanted,
  );
  return touched === 1;
}
