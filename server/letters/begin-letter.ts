import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findPosition, listLineAbove, today } from '../organisation/directory.ts';
import { planCircuit } from '../organisation/propose-circuit.ts';
import { grantAccess } from './access.ts';
import { chooseSignatory } from './choose-signatory.ts';
import type { LetterContent, LetterType } from './contract.ts';
import { contentOf } from './letter-content.ts';
import { findLetter, insertLetter } from './letter-queries.ts';
import { loadReadable } from './load-letter.ts';
import { recordView } from './record-view.ts';
import { writeContent } from './write-content.ts';

const EMPTY_BODY = { type: 'doc', content: [{ type: 'paragraph' }] };

interface Beginning {
  type: LetterType;
  /** Letter whose words are used again. */
  copyOf?: string | undefined;
  /** What a new draft starts with instead of nothing. */
  prefill?: Partial<LetterContent>;
  /** Desks that a letter to be answered is addressed to: the answer comes from that level. */
  addressedTo?: readonly string[];
  /** Facts for the event. */
  detail?: Record<string, unknown>;
}

/**
 * Begins a draft inside a command, with a proposed signatory and circuit. The caller records the event it returns, with
 * its own, as the last thing of its transaction.
 */
export async function beginLetter(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { type, copyOf, prefill = {}, addressedTo = [], detail = {} }: Beginning,
): Promise<{ id: string; event: AuditEntry }> {
  if (!actor.canAct) throw new AppError('desk_read_only');
  const { agencyId } = actor;
  const now = deps.now();
  const id = uuidv7();
  const signatoryPositionId = await proposeSignatory(tx, deps, actor, { type, addressedTo });
  await insertLetter(tx, {
    agencyId,
    id,
    type,
    drafterPositionId: actor.positionId,
    drafterPersonId: actor.personId,
    unitId: actor.unitId,
    signatoryPositionId,
    body: JSON.stringify(EMPTY_BODY),
    now,
  });
  const grants = [
    { kind: 'position' as const, id: actor.positionId, reason: 'drafter' },
    { kind: 'person' as const, id: actor.personId, reason: 'drafter' },
  ];
  await grantAccess(tx, { agencyId, id }, grants, now);
  const content =
    copyOf === undefined
      ? { ...(await blankContent(tx, deps, actor, { type, signatoryPositionId })), ...prefill }
      : await copyContent(tx, deps, actor, { letterId: copyOf, type });
  const letter = await findLetter(tx, agencyId, id);
  if (!letter) throw new AppError('not_found');
  await writeContent(tx, deps, actor, { letter, steps: [], content });
  const facts = { type, ...(copyOf === undefined ? {} : { copyOf }), ...detail };
  return { id, event: { action: 'letter.created', letterId: id, detail: facts } };
}

async function proposeSignatory(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  letter: { type: LetterType; addressedTo: readonly string[] },
): Promise<string | null> {
  const { agencyId, positionId, opdId } = actor;
  const { date } = await today(tx, deps, agencyId);
  const own = await findPosition(tx, agencyId, positionId);
  const line = await listLineAbove(tx, { agencyId, positionId, date });
  const above = line.filter((position) => position.isUnitHead && position.kind === 'structural');
  const heads = own?.isUnitHead === true ? [{ ...own, positionId }, ...above] : above;
  return chooseSignatory(heads, { ...letter, opdId });
}

async function blankContent(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  choice: { type: 'surat_dinas' | 'nota_dinas'; signatoryPositionId: string | null },
): Promise<LetterContent> {
  const steps =
    choice.signatoryPositionId === null ? [] : await planCircuit(tx, deps, actor, choice.signatoryPositionId);
  return {
    type: choice.type,
    subject: '',
    handlingGrade: 'biasa',
    securityClass: 'B',
    classificationCode: null,
    signatoryPositionId: choice.signatoryPositionId,
    to: [],
    cc: [],
    circuit: steps.map((step) => ({ stage: step.stage, kind: step.kind, positionId: step.desk.positionId })),
    body: EMPTY_BODY,
  };
}

async function copyContent(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letterId, type }: { letterId: string; type: 'surat_dinas' | 'nota_dinas' },
): Promise<LetterContent> {
  const { letter, steps } = await loadReadable(tx, actor, letterId);
  const content = await contentOf(tx, actor.agencyId, letter, steps);
  await recordView(tx, deps, actor, { letter, detail: { part: 'copy' } });
  const isOwn = letter.drafterPositionId === actor.positionId;
  return { ...content, type, dueDate: null, circuit: isOwn ? content.circuit : [] };
}
