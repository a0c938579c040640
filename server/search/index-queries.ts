import { z } from 'zod';
import { one, type Tx } from '../db.ts';

const Done = z.object({ done: z.boolean() });

export async function runIndexLetter(tx: Tx, letterId: string): Promise<boolean> {
  return (await one(tx, `select index_letter(:letterId::uuid) as done`, { letterId }, Done))?.done ?? false;
}

export async function runRefreshRights(tx: Tx, letterId: string): Promise<void> {
  await one(tx, `select refresh_search_rights(:letterId::uuid) as done`, { letterId }, Done);
}

export async function runIndexIncoming(tx: Tx, incomingId: string): Promise<void> {
  await one(tx, `select index_incoming(:incomingId::uuid) as done`, { incomingId }, Done);
}

export async function runIndexChain(tx: Tx, incomingId: string): Promise<void> {
  await one(tx, `select true as done from index_chain(:incomingId::uuid)`, { incomingId }, Done);
}
