import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import type { initialLetterEndpoint, Letter } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { setLetterStatus } from './letter-queries.ts';
import { loadForAction } from './load-letter.ts';
import { planAfterInitial } from './plan-submission.ts';
import { openSteps, setStepActed } from './step-queries.ts';

/** Gives the initial of this desk on the version it read; the next stage opens, or the letter becomes ready to sign. */
export function initialLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof initialLetterEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const { letter, steps } = await loadForAction(tx, actor, {
      letterId: input.letterId,
      action: 'initial',
      version: input.version,
    });
    const own = steps.find((step) => step.positionId === actor.positionId);
    if (!own) throw new AppError('forbidden');
    const key = { agencyId: actor.agencyId, letterId: letter.id };
    const now = deps.now();
    const isGiven = await setStepActed(tx, key, {
      stepId: own.id,
      status: 'initialled',
      contentVersion: letter.contentVersion,
      personId: actor.personId,
      appointmentId: actor.appointmentId,
      now,
    });
    if (!isGiven) throw new AppError('wrong_state');
    const plan = planAfterInitial(steps, own.id);
    await openSteps(tx, key, plan.open, now);
    if (!(await setLetterStatus(tx, { ...key, version: letter.version, from: 'in_review', to: plan.status, now })))
      throw new AppError('stale_version');
    const isReady = plan.status === 'ready_to_sign';
    const next = steps.filter((step) => plan.open.includes(step.id)).map((step) => step.positionId);
    await notify(tx, {
      agencyId: actor.agencyId,
      positionIds: isReady && letter.signatoryPositionId ? [letter.signatoryPositionId] : next,
      kind: isReady ? 'letter.to_sign' : 'letter.to_initial',
      letterId: letter.id,
      text: `${isReady ? 'Perlu tanda tangan' : 'Perlu paraf'}: ${shownSubject(letter)}`,
      now,
    });
    const involved = [letter.drafterPositionId, ...steps.map((step) => step.positionId)];
    await hint(tx, { agencyId: actor.agencyId, kind: 'letter', entityId: letter.id, positionIds: involved, now });
    const described = await describeLetter(tx, deps, actor, letter.id);
    await recordEvents(tx, deps, actor, [
      {
        action: 'letter.initialled',
        letterId: letter.id,
        detail: { contentVersion: letter.contentVersion, stepId: own.id },
      },
    ]);
    return described;
  });
}
