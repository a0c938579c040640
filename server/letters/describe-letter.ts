import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import { findClassification, findPosition } from '../organisation/directory.ts';
import type { Desk } from '../organisation/contract.ts';
import type { CircuitStep, Comment, Letter } from './contract.ts';
import { deriveActions } from './letter-actions.ts';
import type { LoadedLetter } from './load-letter.ts';
import { loadReadable } from './load-letter.ts';
import { findPersonName } from './name-queries.ts';
import {
  findReturnReason,
  findVerification,
  listAnnexes,
  listComments,
  listRecipients,
  type CommentRow,
} from './part-queries.ts';
import type { StepRow } from './step-queries.ts';

/** The whole letter for one desk, read again inside the same transaction that changed it. */
export async function describeLetter(tx: Tx, deps: Deps, actor: DeskActor, letterId: string): Promise<Letter> {
  return describeLoaded(tx, deps, actor, await loadReadable(tx, actor, letterId));
}

export async function describeLoaded(tx: Tx, deps: Deps, actor: DeskActor, loaded: LoadedLetter): Promise<Letter> {
  const { letter, steps } = loaded;
  const key = { agencyId: actor.agencyId, letterId: letter.id };
  const { date } = await today(tx, deps, actor.agencyId);
  const positionIds = [
    ...steps.map((step) => step.positionId),
    ...[letter.signatoryPositionId, letter.onBehalfOfPositionId].filter((id) => id !== null),
  ];
  const desks = new Map(
    (await desksInOrder(tx, actor.agencyId, date, positionIds)).map((desk) => [desk.positionId, desk]),
  );
  const drafterPosition = await findPosition(tx, actor.agencyId, letter.drafterPositionId);
  const verification = await findVerification(tx, key);
  const isReturned = letter.status === 'draft' && (letter.returnedStepId !== null || letter.returnedBySignatory);
  return {
    ...pickFacts(loaded),
    classification:
      letter.classificationCode === null
        ? null
        : ((await findClassification(tx, actor.agencyId, letter.classificationCode)) ?? null),
    drafter: {
      name: await findPersonName(tx, actor.agencyId, letter.drafterPersonId),
      title: drafterPosition?.title ?? '',
      positionId: letter.drafterPositionId,
    },
    signatory: deskOf(desks, letter.signatoryPositionId),
    onBehalfOf: deskOf(desks, letter.onBehalfOfPositionId),
    verificationPath: verification && letter.signedSha256 !== null ? `/v/${verification.token}` : null,
    shortCode: verification && letter.signedSha256 !== null ? verification.shortCode : null,
    recipients: await listRecipients(tx, key),
    annexes: await listAnnexes(tx, key),
    circuit: steps.flatMap((step) => describeStep(step, desks)),
    comments: (await listComments(tx, key)).map((comment) => describeComment(comment, actor)),
    isReturned,
    returnReason: isReturned ? await findReturnReason(tx, key) : null,
    actions: deriveActions(actor, loaded),
  };
}

type Facts = Omit<
  Letter,
  | 'classification'
  | 'drafter'
  | 'signatory'
  | 'onBehalfOf'
  | 'verificationPath'
  | 'shortCode'
  | 'recipients'
  | 'annexes'
  | 'circuit'
  | 'comments'
  | 'isReturned'
  | 'returnReason'
  | 'actions'
>;

function pickFacts({ letter }: LoadedLetter): Facts {
  return {
    id: letter.id,
    type: letter.type,
    status: letter.status,
    version: letter.version,
    contentVersion: letter.contentVersion,
    subject: letter.subject,
    handlingGrade: letter.handlingGrade,
    securityClass: letter.securityClass,
    body: letter.body,
    dueDate: letter.dueDate,
    unitName: letter.unitName,
    number: letter.number,
    letterDate: letter.letterDate,
    signedAt: letter.signedAt,
    signatureLevel: letter.signatureLevel,
    signedSha256: letter.signedSha256,
    pageCount: letter.pageCount,
    sizeBytes: letter.signedSizeBytes,
    createdAt: letter.createdAt,
    submittedAt: letter.submittedAt,
    updatedAt: letter.updatedAt,
    destroyed:
      letter.destroyedAt === null
        ? null
        : { at: letter.destroyedAt, minutesNumber: letter.minutesNumber, minutesDate: letter.minutesDate },
  };
}

function deskOf(desks: ReadonlyMap<string, Desk>, positionId: string | null): Desk | null {
  return positionId === null ? null : (desks.get(positionId) ?? null);
}

function describeStep(step: StepRow, desks: ReadonlyMap<string, Desk>): CircuitStep[] {
  const desk = desks.get(step.positionId);
  if (!desk) return [];
  const { id, stage, kind, status, actedBy, openedAt, actedAt, contentVersion } = step;
  return [{ id, stage, kind, status, desk, actedBy, openedAt, actedAt, contentVersion }];
}

function describeComment(comment: CommentRow, actor: DeskActor): Comment {
  const { positionId: _positionId, personId, ...shown } = comment;
  return { ...shown, isOwn: personId === actor.personId };
}
