import { recordEvents } from '../audit/record-events.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getLetterEndpoint, Letter, listVersionsEndpoint } from './contract.ts';
import { read } from '../command.ts';
import { describeLoaded } from './describe-letter.ts';
import { loadReadable } from './load-letter.ts';
import { listVersions as findVersions } from './part-queries.ts';

/** One letter for this desk; opening a T, R or SR letter is an event. */
export function getLetter(deps: Deps, actor: DeskActor, input: InputOf<typeof getLetterEndpoint>): Promise<Letter> {
  return read(deps, actor, async (tx) => {
    const loaded = await loadReadable(tx, actor, input.letterId);
    const described = await describeLoaded(tx, deps, actor, loaded);
    if (loaded.letter.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [{ action: 'letter.viewed', letterId: loaded.letter.id }]);
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
    const rows = await findVersions(tx, { agencyId: actor.agencyId, letterId: letter.id });
    return {
      versions: rows.map(({ content, ...row }) => ({
        ...row,
        subject: typeof content['subject'] === 'string' ? content['subject'] : '',
        body: content['body'],
      })),
    };
  });
}
