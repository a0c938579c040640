import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import { cutVersions, refreshProjection, type NewVersions } from './queries.ts';

/** Writes the versions of an edition; one that holds already shows at once. True when it does. */
export async function putInForce(tx: Tx, { today, ...edition }: NewVersions & { today: string }): Promise<boolean> {
  await cutVersions(tx, edition);
  if (edition.startsOn > today) return false;
  await refreshProjection(tx, { agencyId: edition.agencyId, today });
  return true;
}

/** What was filed under a rule stays filed under it: editions begin today or later. @throws AppError `invalid_input` */
export function requireComing(effectiveFrom: string, today: string): void {
  if (effectiveFrom >= today) return;
  const message = 'Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya.';
  throw new AppError('invalid_input', { fields: [{ path: 'effectiveFrom', message }] });
}
