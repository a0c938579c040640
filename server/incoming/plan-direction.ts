import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { Grant } from '../letters/access.ts';
import { findHolder, findPosition } from '../organisation/directory.ts';

export interface Direction {
  to: string[];
  cc: string[];
}

interface Wanted {
  agencyId: string;
  /** Business date. */
  date: string;
  to: readonly string[];
  cc: readonly string[];
  /** Path of the field that a wrong desk is named at. */
  path: string;
  /** Desks that have the letter already. */
  has?: readonly { positionId: string; role: 'to' | 'cc' }[];
}

/**
 * Desks that are to get the letter and do not have it yet; somebody must hold each of them today.
 * @throws AppError `invalid_input` for desks that are not there, `circuit_vacant` for vacant ones
 */
export async function planDirection(tx: Tx, wanted: Wanted): Promise<Direction> {
  const has = wanted.has ?? [];
  const mine = new Set(has.filter(({ role }) => role === 'to').map(({ positionId }) => positionId));
  const to = [...new Set(wanted.to)].filter((id) => !mine.has(id));
  const known = new Set([...has.map(({ positionId }) => positionId), ...to]);
  const cc = [...new Set(wanted.cc)].filter((id) => !known.has(id));
  for (const positionId of [...to, ...cc]) await requireHolder(tx, wanted, positionId);
  return { to, cc };
}

async function requireHolder(tx: Tx, { agencyId, date, path }: Wanted, positionId: string): Promise<void> {
  const position = await findPosition(tx, agencyId, positionId);
  if (!position)
    throw new AppError('invalid_input', {
      fields: [{ path, message: 'Jabatan tujuan tidak ada. Pilih dari daftar.' }],
    });
  if (!(await findHolder(tx, { agencyId, positionId, date })))
    throw new AppError('circuit_vacant', {
      detail: `${position.title} sedang kosong. Pilih pejabat lain atau pelaksana tugasnya.`,
    });
}

/** Reading rights of addressed desks. */
export function directionGrants({ to, cc }: Direction): Grant[] {
  return [
    ...to.map((id): Grant => ({ kind: 'position', id, reason: 'recipient' })),
    ...cc.map((id): Grant => ({ kind: 'position', id, reason: 'carbon copy' })),
  ];
}
