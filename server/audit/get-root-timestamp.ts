import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getRootTimestampEndpoint } from './contract.ts';
import { findTimestampToken } from './root-queries.ts';

export function getRootTimestamp(
  deps: Deps,
  actor: DeskActor,
  { seq }: InputOf<typeof getRootTimestampEndpoint>,
): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    const bytes = await findTimestampToken(tx, actor.agencyId, seq);
    if (!bytes) throw new AppError('not_found');
    return {
      bytes,
      mediaType: 'application/timestamp-token',
      fileName: `cap-waktu-akar-${seq}.tst`,
      disposition: 'attachment',
    };
  });
}
