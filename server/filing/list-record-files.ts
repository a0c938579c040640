import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listRecordFilesEndpoint } from './contract.ts';
import { listFiles } from './queries.ts';

export function listRecordFiles(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listRecordFilesEndpoint>,
): Promise<OutputOf<typeof listRecordFilesEndpoint>> {
  return read(deps, actor, async (tx) => {
    const archivistUnits = actor.roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId);
    const { agencyId, opdId } = actor;
    return { files: await listFiles(tx, { agencyId, opdId, archivistUnits, words: input.q, limit: input.limit }) };
  });
}
