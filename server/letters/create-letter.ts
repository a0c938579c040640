import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import { planCircuit } from '../organisation/propose-circuit.ts';
import { listLineAbove } from '../organisation/directory.ts';
import { grantAccess } from './access.ts';
import type { createLetterEndpoint, Letter, LetterContent } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { findLetter, insertLetter } from './letter-queries.ts';
import { loadReadable } from './load-letter.ts';
import { contentOf } from './letter-content.ts';
import { recordView } from './record-view.ts';
import { writeContent } from './write-content.ts';

const EMPTY_BODY = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Begins a draft with a proposed signatory and circuit; `copyOf` reuses the words of an older letter. */
export function createLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof createLetterEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    if (!actor.canAct) throw new AppError('desk_read_only');
    const now = deps.now();
    const id = uuidv7();
    const signatoryPositionId = await proposeSignatory(tx, deps, actor);
    await insertLetter(tx, {
      agencyId: actor.agencyId,
      id,
      type: input.type,
      drafterPositionId: actor.positionId,
      drafterPersonId: actor.personId,
      unitId: actor.unitId,
      signatoryPositionId,
      body: JSON.stringify(EMPTY_BODY),
      now,
    });
    await grantAccess(
      tx,
      { agencyId: actor.agencyId, id },
      [
        { kind: 'position', id: actor.positionId, reason: 'drafter' },
        { kind: 'person', id: actor.personId, reason: 'drafter' },
      ],
      now,
    );
    const content = input.copyOf
      ? await copyContent(tx, deps, actor, { letterId: input.copyOf, type: input.type })
      : await blankContent(tx, deps, actor, { type: input.type, signatoryPositionId });
    const letter = await findLetter(tx, actor.agencyId, id);
    if (!letter) throw new AppError('not_found');
    await writeContent(tx, deps, actor, { letter, steps: [], content });
    const described = await describeLetter(tx, deps, actor, id);
    await recordEvents(tx, deps, actor, [
      {
        action: 'letter.created',
        letterId: id,
        detail: { type: input.type, ...(input.copyOf ? { copyOf: input.copyOf } : {}) },
      },
    ]);
    return described;
  });
}

/** The nearest superior that heads an organisation (OPD); a head of one signs its own letters. */
async function proposeSignatory(tx: Tx, deps: Deps, actor: DeskActor): Promise<string | null> {
  const { date } = await today(tx, deps, actor.agencyId);
  const line = await listLineAbove(tx, { agencyId: actor.agencyId, positionId: actor.positionId, date });
  const heads = line.filter((position) => position.isUnitHead && position.kind === 'structural');
  const ofOpd = heads.find((head) => head.unitId === actor.opdId);
  return (ofOpd ?? heads[0])?.positionId ?? null;
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
