import type { Tx } from '../db.ts';
import { findRegisterUpward, type Register } from './queries.ts';

export type { Register };

/** The book that numbers a unit's letters (or its agenda): that of the nearest unit upward that keeps one. */
export function findRegister(
  tx: Tx,
  agencyId: string,
  unitId: string,
  kind: Register['kind'],
): Promise<Register | undefined> {
  return findRegisterUpward(tx, { agencyId, unitId, kind });
}
