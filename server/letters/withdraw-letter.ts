import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint } from '../notifications/notify.ts';
import { voidNumber } from '../numbering/void-number.ts';
import type { Letter, withdrawLetterEndpoint } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { setLetterStatus } from './letter-queries.ts';
import { loadForAction } from './load-letter.ts';

/** Takes a letter back for good while it is not being signed; a number it already had becomes void with the reason. */
export function withdrawLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof withdrawLetterEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const { letter, steps } = await loadForAction(tx, actor, {
      letterId: input.letterId,
      action: 'withdraw',
      version: input.version,
    });
    const key = { agencyId: actor.agencyId, letterId: letter.id };
    const now = deps.now();
    if (!(await setLetterStatus(tx, { ...key, version: letter.version, from: letter.status, to: 'withdrawn', now })))
      throw new AppError('stale_version');
    const voided = await voidNumber(tx, {
      ...key,
      reason: `Surat ditarik: ${input.reason}`,
      positionId: actor.positionId,
      now,
    });
    const positionIds = [
      ...steps.map((step) => step.positionId),
      ...(letter.signatoryPositionId ? [letter.signatoryPositionId] : []),
    ];
    await hint(tx, { agencyId: actor.agencyId, kind: 'letter', entityId: letter.id, positionIds, now });
    const described = await describeLetter(tx, deps, actor, letter.id);
    await recordEvents(tx, deps, actor, [
      { action: 'letter.withdrawn', letterId: letter.id, detail: { reason: input.reason } },
      ...voided.map((number) => ({ action: 'number.voided', letterId: letter.id, detail: { ...number } })),
    ]);
    return described;
  });
}
