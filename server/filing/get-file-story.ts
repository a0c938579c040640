import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getFileStoryEndpoint } from './contract.ts';
import { describeItem } from './describe-item.ts';
import { describeFile, loadFile } from './load-file.ts';
import { listFileItems } from './record-queries.ts';
import { listFileChanges, listStoryDispositions, listStoryReports } from './story-queries.ts';
import { summariseStory, tellStory } from './tell-story.ts';

/** Of each kind; a standing file of a busy year has more, which its items show. */
const LIMIT = 500;

/** "Kisah berkas": items, dispositions, reports and what was done to the file, as one page in the order of time. */
export function getFileStory(
  deps: Deps,
  actor: DeskActor,
  { fileId }: InputOf<typeof getFileStoryEndpoint>,
): Promise<OutputOf<typeof getFileStoryEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { isArchivist } = await loadFile(tx, actor, fileId);
    const { agencyId, positionId } = actor;
    const wanted = { agencyId, fileId, isArchivist, limit: LIMIT };
    const rows = await listFileItems(tx, { ...wanted, positionId, after: 0 });
    const dispositions = await listStoryDispositions(tx, wanted);
    const reports = await listStoryReports(tx, wanted);
    const changes = isArchivist ? await listFileChanges(tx, { agencyId, fileId, limit: LIMIT }) : [];
    const file = await describeFile(tx, deps, actor, fileId);
    const entries = tellStory({ items: rows.map(describeItem), dispositions, reports, changes });
    const isCut = [rows, dispositions, reports, changes].some((list) => list.length === LIMIT);
    return { file, summary: summariseStory(file, entries), entries, isCut };
  });
}
