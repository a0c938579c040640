import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import { lockEdition } from './edition-queries.ts';

/** @throws AppError `not_found`, or `wrong_state` once it is decided or discarded */
export async function lockDraft(tx: Tx, named: { agencyId: string; editionId: string }): Promise<void> {
  const edition = await lockEdition(tx, named);
  if (!edition) throw new AppError('not_found', { detail: 'Impor ini tidak ada. Mulai impor baru.' });
  if (edition.status !== 'draft')
    throw new AppError('wrong_state', { detail: 'Impor ini sudah ditetapkan atau dibuang. Mulai impor baru.' });
}
