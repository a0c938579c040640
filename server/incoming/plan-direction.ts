import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { Grant } from '../letters/access.ts';
import { findHolder, findPosition, listSecretaries } from '../organisation/directory.ts';
import type { SecurityClass } from '../letters/contract.ts';

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

/** Reading rights of addressed desks; the secretaries of those that are to act read B and T with them. */
export async function directionGrants(
  tx: Tx,
  letter: { agencyId: string; securityClass: SecurityClass; date: string },
  { to, cc }: Direction,
): Promise<Grant[]> {
  const isOpen = letter.securityClass === 'B' || letter.securityClass === 'T';
  return [
    ...to.map((id): Grant => ({ kind: 'position', id, reason: 'recipient' })),
    ...cc.map((id): Grant => ({ kind: 'position', id, reason: 'carbon copy' })),
    ...(isOpen ? await secretaryGrants(tx, letter, to) : []),
  ];
}

export async function secretaryGrants(
  tx: Tx,
  { agencyId, date }: { agencyId: string; date: string },
  positionIds: readonly string[],
): Promise<Grant[]> {
  const secretaries = await listSecretaries(tx, { agencyId, positionIds, date });
  return secretaries.map((id) => ({ kind: 'position', id, reason: 'secretary' }));
}
