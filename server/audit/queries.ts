import { run, type Tx } from '../db.ts';

export async function appendEvents(tx: Tx, agencyId: string, bodies: readonly string[]): Promise<void> {
  await run(tx, `select append_events(:agencyId::uuid, :bodies::text[])`, { agencyId, bodies });
}
