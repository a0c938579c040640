import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getLetterEndpoint, Letter, listVersionsEndpoint } from './contract.ts';
import { read } from '../command.ts';
import { describeLoaded } from './describe-letter.ts';
import { loadReadable } from './load-letter.ts';
import { listVersions as findVersions } from './version-queries.ts';
import { recordView } from './record-view.ts';

/** One letter for this desk; opening a T, R or SR letter is an event. */
export function getLetter(deps: Deps, actor: DeskActor, input: InputOf<typeof getLetterEndpoint>): Promise<Letter> {
  return read(deps, actor, async (tx) => {
    const loaded = await loadReadable(tx, actor, input.letterId);
    const described = await describeLoaded(tx, deps, actor, loaded);
    await recordView(tx, deps, actor, loaded);
    return described;
  });
}

export function listVersions(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listVersionsEndpoint>,
): Promise<OutputOf<typeof listVersionsEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { letter } = await loadReadable(tx, actor, input.letterId);
    const kept = letter.destroyedAt === null;
    const rows = kept ? await findVersions(tx, { agencyId: actor.agencyId, letterId: letter.id }) : [];
    await recordView(tx, deps, actor, { letter, detail: { part: 'versions' } });
    return {
      versions: rows.map(({ content, ...row }) => ({
        ...row,
        subject: typeof content['subject'] === 'string' ? content['subject'] : '',
        body: content['body'],
      })),
    };
  });
}
