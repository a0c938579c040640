import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { hint } from '../notifications/notify.ts';
import type { Letter, saveLetterEndpoint } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { grantCircuitAccess } from './grant-circuit-access.ts';
import { keepVersion } from './keep-version.ts';
import { findLetter } from './letter-queries.ts';
import { loadForAction, loadReadable } from './load-letter.ts';
import { writeContent } from './write-content.ts';

/**
 * Autosave of the drafting desk, or a correction by the desk whose initial is due. Draft saves are no events (one comes every
 * few seconds); a correction is one, and makes a version.
 */
export function saveLetter(deps: Deps, actor: DeskActor, input: InputOf<typeof saveLetterEndpoint>): Promise<Letter> {
  const again = (tx: Tx) => describeLetter(tx, deps, actor, input.letterId);
  const work = async (tx: Tx) => {
    const found = await findLetter(tx, actor.agencyId, input.letterId);
    const action = found?.status === 'in_review' ? 'correct' : 'save';
    const loaded = await loadForAction(tx, actor, { letterId: input.letterId, action, version: input.version });
    await writeContent(tx, deps, actor, { ...loaded, content: input.content, isCorrection: action === 'correct' });
    const isCirculated = loaded.letter.submittedAt !== null;
    if (isCirculated && input.content.securityClass !== loaded.letter.securityClass)
      await grantCircuitAccess(tx, deps, actor, await loadReadable(tx, actor, input.letterId));
    if (action === 'save') return describeLetter(tx, deps, actor, input.letterId);
    const contentVersion = await keepVersion(tx, deps, actor, { letterId: input.letterId, reason: 'corrected' });
    const positionIds = [loaded.letter.drafterPositionId, ...loaded.steps.map((step) => step.positionId)];
    await hint(tx, {
      agencyId: actor.agencyId,
      kind: 'letter',
      entityId: input.letterId,
      positionIds,
      now: deps.now(),
    });
    const described = await describeLetter(tx, deps, actor, input.letterId);
    await recordEvents(tx, deps, actor, [
      { action: 'letter.corrected', letterId: input.letterId, detail: { contentVersion } },
    ]);
    return described;
  };
  return command(deps, actor, work, again);
}
