import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { notify, shownSubject } from '../notifications/notify.ts';
import { findRegister } from '../numbering/find-register.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import { findPosition } from '../organisation/directory.ts';
import type { Letter, LetterContent, submitLetterEndpoint } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { grantCircuitAccess } from './grant-circuit-access.ts';
import { keepVersion } from './keep-version.ts';
import { isEmptyBody } from './letter-body.ts';
import { contentOf } from './letter-content.ts';
import { setLetterStatus } from './letter-queries.ts';
import { loadForAction, type LoadedLetter } from './load-letter.ts';
import { findAddressGaps, findGaps, planSubmission } from './plan-submission.ts';
import { openSteps, resetSteps } from './step-queries.ts';
import { readBody } from './write-content.ts';

/** Sends a draft into its circuit, or straight to the signatory when nobody else has to initial. */
export function submitLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof submitLetterEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const loaded = await loadForAction(tx, actor, {
      letterId: input.letterId,
      action: 'submit',
      version: input.version,
    });
    const { letter, steps } = loaded;
    const content = await contentOf(tx, actor.agencyId, letter, steps);
    await checkReadiness(tx, deps, actor, { loaded, content });
    const key = { agencyId: actor.agencyId, letterId: letter.id };
    const isFirst = letter.submittedAt === null;
    const contentVersion = await keepVersion(tx, deps, actor, {
      letterId: letter.id,
      reason: isFirst ? 'submitted' : 'resubmitted',
    });
    const plan = planSubmission(steps, input.askAgain);
    const now = deps.now();
    await resetSteps(tx, key, plan.reset);
    await openSteps(tx, key, plan.open, now);
    const isMoved = await setLetterStatus(tx, { ...key, version: letter.version, from: 'draft', to: plan.status, now });
    if (!isMoved) throw new AppError('stale_version');
    await grantCircuitAccess(tx, deps, actor, loaded);
    const waiting = steps.filter((step) => plan.open.includes(step.id)).map((step) => step.positionId);
    const positionIds =
      plan.status === 'ready_to_sign' && letter.signatoryPositionId ? [letter.signatoryPositionId] : waiting;
    await notify(tx, {
      agencyId: actor.agencyId,
      positionIds,
      kind: plan.status === 'ready_to_sign' ? 'letter.to_sign' : 'letter.to_initial',
      letterId: letter.id,
      text: `${plan.status === 'ready_to_sign' ? 'Perlu tanda tangan' : 'Perlu paraf'}: ${shownSubject(letter)}`,
      now,
    });
    const described = await describeLetter(tx, deps, actor, letter.id);
    await recordEvents(tx, deps, actor, [
      {
        action: isFirst ? 'letter.submitted' : 'letter.resubmitted',
        letterId: letter.id,
        detail: {
          contentVersion,
          ...(input.message === '' ? {} : { message: input.message }),
          askedAgain: plan.reset.length,
        },
      },
    ]);
    return described;
  });
}

async function checkReadiness(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { loaded, content }: { loaded: LoadedLetter; content: LetterContent },
): Promise<void> {
  const gaps = findGaps(content, isEmptyBody(readBody(content.body)));
  if (gaps.length > 0)
    throw new AppError('letter_incomplete', { fields: gaps, detail: gaps.map((gap) => gap.message).join(' ') });
  const addressGaps = findAddressGaps(content);
  if (addressGaps.length > 0)
    throw new AppError('recipient_incomplete', {
      fields: addressGaps,
      detail: addressGaps.map((gap) => gap.message).join(' '),
    });
  await checkCircuit(tx, deps, actor, loaded);
  const signatory = await findPosition(tx, actor.agencyId, loaded.letter.signatoryPositionId ?? '');
  const register = signatory && (await findRegister(tx, actor.agencyId, signatory.unitId, loaded.letter.type));
  if (!register) throw new AppError('register_missing');
}

async function checkCircuit(tx: Tx, deps: Deps, actor: DeskActor, { letter, steps }: LoadedLetter): Promise<void> {
  const signatory = letter.signatoryPositionId ?? '';
  const bad = steps.find((step) => step.positionId === signatory || step.positionId === letter.drafterPositionId);
  if (bad)
    throw new AppError('circuit_invalid', {
      detail: 'Konseptor dan penanda tangan tidak memaraf. Keluarkan dari alur paraf.',
    });
  const { date } = await today(tx, deps, actor.agencyId);
  const desks = await desksInOrder(tx, actor.agencyId, date, [...steps.map((step) => step.positionId), signatory]);
  const vacant = desks.filter((desk) => desk.holderName === null);
  if (vacant.length > 0)
    throw new AppError('circuit_vacant', {
      detail: `Jabatan ${vacant.map((desk) => desk.title).join(', ')} sedang kosong. Ganti atau keluarkan dari alur, atau minta administrator menunjuk Plt.`,
      fields: vacant.map((desk) => ({
        path:
          desk.positionId === signatory
            ? 'signatoryPositionId'
            : `circuit.${steps.findIndex((step) => step.positionId === desk.positionId)}`,
        message: `${desk.title} sedang kosong.`,
      })),
    });
}
