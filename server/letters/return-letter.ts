import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import { voidNumber } from '../numbering/void-number.ts';
import type { Letter, returnLetterEndpoint } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { setLetterStatus, setReturned, type LetterRow } from './letter-queries.ts';
import { loadForAction } from './load-letter.ts';
import { listComments } from './part-queries.ts';
import { resetSteps, setStepActed, type StepRow } from './step-queries.ts';

/** Sends the letter back to its drafter; a reason or an open comment of one's own must say what to mend. */
export function returnLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof returnLetterEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const { letter, steps } = await loadForAction(tx, actor, {
      letterId: input.letterId,
      action: 'return',
      version: input.version,
    });
    const key = { agencyId: actor.agencyId, letterId: letter.id };
    const now = deps.now();
    const notes = (await listComments(tx, key)).filter(
      (note) => note.resolvedAt === null && note.positionId === actor.positionId,
    );
    const reason = input.reason === '' ? notes.map((note) => note.text).join(' · ') : input.reason;
    if (reason === '') throw new AppError('comment_required');
    const stepId = letter.status === 'in_review' ? await returnStep(tx, deps, actor, { letter, steps }) : null;
    if (!(await setLetterStatus(tx, { ...key, version: letter.version, from: letter.status, to: 'draft', now })))
      throw new AppError('stale_version');
    await setReturned(tx, { ...key, stepId, bySignatory: stepId === null });
    const voided = await voidNumber(tx, {
      ...key,
      reason: 'Surat dikembalikan oleh penanda tangan sebelum ditandatangani',
      positionId: actor.positionId,
      now,
    });
    await notify(tx, {
      agencyId: actor.agencyId,
      positionIds: [letter.drafterPositionId],
      kind: 'letter.returned',
      letterId: letter.id,
      text: `Dikembalikan: ${shownSubject(letter)}`,
      now,
    });
    const involved = steps.map((step) => step.positionId);
    await hint(tx, { agencyId: actor.agencyId, kind: 'letter', entityId: letter.id, positionIds: involved, now });
    const described = await describeLetter(tx, deps, actor, letter.id);
    await recordEvents(tx, deps, actor, [
      {
        action: 'letter.returned',
        letterId: letter.id,
        detail: { reason, contentVersion: letter.contentVersion, notes: notes.length },
      },
      ...voided.map((number) => ({ action: 'number.voided', letterId: letter.id, detail: { ...number } })),
    ]);
    return described;
  });
}

/** The returning step keeps its mark; desks that were to initial beside it wait for the next submission. */
async function returnStep(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letter, steps }: { letter: LetterRow; steps: readonly StepRow[] },
): Promise<string> {
  const key = { agencyId: actor.agencyId, letterId: letter.id };
  const own = steps.find((step) => step.positionId === actor.positionId && step.status === 'open');
  if (!own) throw new AppError('forbidden');
  const isMarked = await setStepActed(tx, key, {
    stepId: own.id,
    status: 'returned',
    contentVersion: letter.contentVersion,
    personId: actor.personId,
    appointmentId: actor.appointmentId,
    now: deps.now(),
  });
  if (!isMarked) throw new AppError('wrong_state');
  await resetSteps(
    tx,
    key,
    steps.filter((step) => step.id !== own.id && step.status === 'open').map((step) => step.id),
  );
  return own.id;
}
