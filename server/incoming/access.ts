import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { type Grant, grantAccess, revokeAccess } from '../letters/access.ts';
import type { SecurityClass } from '../letters/contract.ts';
import { readerOf } from '../letters/reading-right.ts';
import { deleteIncomingGrants, hasIncomingRight, insertIncomingGrants } from './access-queries.ts';

export interface IncomingKey {
  agencyId: string;
  id: string;
  /** The letter of this agency that it carries: its pages are read with the same right. */
  letterId: string | null;
}

/** Lets desks, unit roles or people read an incoming letter, in the transaction that causes it. */
export async function grantIncoming(tx: Tx, incoming: IncomingKey, grants: readonly Grant[], now: Date): Promise<void> {
  const { agencyId, id, letterId } = incoming;
  const rows = grants.map(({ kind, id: granteeId, role, reason }) => ({ kind, granteeId, role: role ?? '', reason }));
  if (rows.length > 0) await insertIncomingGrants(tx, { agencyId, incomingId: id, now }, rows);
  if (letterId !== null) await grantAccess(tx, { agencyId, id: letterId }, grants, now);
}

/** Takes back what was granted for these reasons; rights for other reasons stay. */
export async function revokeIncoming(tx: Tx, incoming: IncomingKey, reasons: readonly string[]): Promise<void> {
  const { agencyId, id, letterId } = incoming;
  if (reasons.length === 0) return;
  await deleteIncomingGrants(tx, { agencyId, incomingId: id, reasons });
  if (letterId !== null) await revokeAccess(tx, { agencyId, id: letterId }, reasons);
}

/** What the roles of the receiving unit may read: registry B, archivist B and T, nobody R and SR. */
export function unitGrants(unitId: string, securityClass: SecurityClass): Grant[] {
  const roles = { B: ['registry', 'archivist'], T: ['archivist'], R: [], SR: [] } as const;
  return roles[securityClass].map((role) => ({ kind: 'unit_role', id: unitId, role, reason: 'receiving unit' }));
}

/** "Who may read" (product.md) for an incoming letter; the same rule as for letters. */
export function canReadIncoming(tx: Tx, actor: DeskActor, incoming: { id: string }): Promise<boolean> {
  return hasIncomingRight(tx, { ...readerOf(actor), incomingId: incoming.id });
}
