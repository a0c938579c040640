import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canRead, refuseReading } from '../letters/access.ts';
import type { getSigningEndpoint, SigningProgress } from './contract.ts';
import { deriveProgress } from './progress.ts';
import { findProgress } from './progress-queries.ts';

/** How far the latest signing of a letter has come. */
export async function getSigning(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getSigningEndpoint>,
): Promise<SigningProgress> {
  return read(deps, actor, async (tx) => {
    const row = await findProgress(tx, { agencyId: actor.agencyId, letterId: input.letterId });
    if (!row) throw new AppError('not_found');
    if (!(await canRead(tx, actor, { id: row.letterId }))) refuseReading(row);
    if (row.state === null || row.startedAt === null)
      throw new AppError('not_found', { detail: 'Surat ini belum pernah ditandatangani.' });
    return deriveProgress({ ...row, state: row.state, startedAt: row.startedAt });
  });
}
