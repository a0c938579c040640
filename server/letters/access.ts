import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { deleteGrants, hasRight, insertGrants } from './access-queries.ts';
import type { SecurityClass } from './contract.ts';
import { readerOf } from './reading-right.ts';

export interface Grant {
  kind: 'position' | 'unit_role' | 'person';
  id: string;
  /** Only with `unit_role`. */
  role?: 'registry' | 'archivist';
  reason: string;
}

/** Lets desks, unit roles or people read a letter, in the transaction that causes it. Granting twice changes nothing. */
export async function grantAccess(
  tx: Tx,
  letter: { agencyId: string; id: string },
  grants: readonly Grant[],
  now: Date,
): Promise<void> {
  const rows = grants.map((grant) => ({
    kind: grant.kind,
    granteeId: grant.id,
    role: grant.role ?? '',
    reason: grant.reason,
  }));
  if (rows.length > 0) await insertGrants(tx, { agencyId: letter.agencyId, letterId: letter.id, now }, rows);
}

/** Takes back what was granted for these reasons; rights for other reasons stay. */
export async function revokeAccess(
  tx: Tx,
  letter: { agencyId: string; id: string },
  reasons: readonly string[],
): Promise<void> {
  await deleteGrants(tx, { agencyId: letter.agencyId, letterId: letter.id, reasons });
}

/** "Who may read" (product.md), as `isReadable` says it. */
export function canRead(tx: Tx, actor: DeskActor, letter: { id: string }): Promise<boolean> {
  return hasRight(tx, { ...readerOf(actor), letterId: letter.id });
}

/** Throws 404 for R/SR and 403 (naming who can grant) for B/T of the same agency, as product.md says. */
export function refuseReading(letter: { securityClass: SecurityClass; unitName: string }): never {
  if (letter.securityClass === 'R' || letter.securityClass === 'SR') throw new AppError('not_found');
  throw new AppError('forbidden', {
    detail: `Anda tidak berhak membaca surat ini. Hak baca diberikan oleh arsiparis atau kepala ${letter.unitName}.`,
  });
}
