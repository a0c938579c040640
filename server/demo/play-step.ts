import type { Deps, DeskActor } from '../deps.ts';
import { markIncomingRead } from '../incoming/mark-incoming-read.ts';
import { replyIncoming } from '../incoming/reply-incoming.ts';
import { addComment } from '../letters/add-comment.ts';
import { addAnnex } from '../letters/annexes.ts';
import { LetterContent, type Letter } from '../letters/contract.ts';
import { createLetter } from '../letters/create-letter.ts';
import { getLetter } from '../letters/get-letter.ts';
import { initialLetter } from '../letters/initial-letter.ts';
import type { LetterBody } from '../letters/letter-body.ts';
import { returnLetter } from '../letters/return-letter.ts';
import { saveLetter } from '../letters/save-letter.ts';
import { submitLetter } from '../letters/submit-letter.ts';
import { withdrawLetter } from '../letters/withdraw-letter.ts';
import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import { signLetter } from '../signing/sign-letter.ts';
import type { DemoAction, DemoLetter, DemoRecipient, DemoStep } from './content/letter.ts';
import { drawAnnex } from './draw-annex.ts';
import { actorAt, positionOf } from './demo-actor.ts';
import { findIncomingOfDesk } from './demo-queries.ts';
import { DEMO_PASSPHRASE } from './demo-secrets.ts';
import type { IncomingInPlay } from './play-incoming.ts';
import type { SeedDemo } from './seed-demo.ts';

export interface LetterInPlay {
  script: DemoLetter;
  body: LetterBody;
  dueDate: string | null;
  letterId: string | null;
  /** The letter from outside that it answers. */
  answers: IncomingInPlay | null;
}

interface Scene {
  seed: SeedDemo;
  deps: Deps;
  agency: EstablishedAgency;
  letter: LetterInPlay;
  step: DemoStep;
  actor: DeskActor;
}

/** One step of a script through the verb a person would use, at the moment the clock shows. */
export async function playStep(
  seed: SeedDemo,
  agency: EstablishedAgency,
  letter: LetterInPlay,
  step: DemoStep,
): Promise<void> {
  const { deps } = seed;
  const scene: Scene = { seed, deps, agency, letter, step, actor: await actorAt(deps, agency, step.by) };
  await ACTIONS[step.action](scene);
}

const ACTIONS: Record<DemoAction, (scene: Scene) => Promise<unknown>> = {
  draft: draft,
  submit: async (scene) =>
    submitLetter(scene.deps, scene.actor, { ...(await current(scene)), askAgain: [], message: '' }),
  resubmit: resubmit,
  initial: async (scene) => initialLetter(scene.deps, scene.actor, await current(scene)),
  comment: async ({ deps, actor, letter, step }) =>
    addComment(deps, actor, { letterId: idOf(letter), text: step.text ?? '', anchor: null, parentId: null }),
  return: async (scene) =>
    returnLetter(scene.deps, scene.actor, { ...(await current(scene)), reason: scene.step.text ?? '' }),
  withdraw: async (scene) =>
    withdrawLetter(scene.deps, scene.actor, {
      ...(await current(scene)),
      reason: scene.step.text ?? 'Tidak jadi dikirim',
    }),
  sign: async (scene) => {
    await signLetter(scene.deps, scene.actor, { ...(await current(scene)), passphrase: DEMO_PASSPHRASE });
    await scene.seed.drain();
  },
  read: async ({ deps, agency, actor, letter }) => {
    const desk = { agencyId: agency.agencyId, letterId: idOf(letter), positionId: actor.positionId };
    const incoming = await deps.db.transaction(agency, (tx) => findIncomingOfDesk(tx, desk));
    if (incoming) await markIncomingRead(deps, actor, incoming);
  },
};

async function draft(scene: Scene): Promise<void> {
  const { deps, agency, actor, letter } = scene;
  const created = await begin(scene);
  letter.letterId = created.id;
  const willReturn = letter.script.timeline.some((step) => step.action === 'resubmit');
  const body = willReturn ? withoutLateBlock(letter.body) : letter.body;
  await saveLetter(deps, actor, {
    letterId: created.id,
    version: created.version,
    content: contentOf(agency, letter, body),
  });
  for (const annex of letter.script.annexes)
    await addAnnex(deps, actor, { letterId: created.id, fileName: annex.fileName, bytes: await drawAnnex(annex) });
}

/** An answer begins from the letter, so that the two are linked. */
async function begin({ deps, actor, letter }: Scene): Promise<Letter> {
  const { answers, script } = letter;
  if (answers === null) return createLetter(deps, actor, { type: script.type });
  const { letterId } = await replyIncoming(deps, actor, { incomingId: answers.incomingId ?? '', itemId: null });
  return getLetter(deps, actor, { letterId });
}

async function resubmit(scene: Scene): Promise<void> {
  const { deps, agency, actor, letter } = scene;
  const before = await current(scene);
  const saved = await saveLetter(deps, actor, { ...before, content: contentOf(agency, letter, letter.body) });
  await submitLetter(deps, actor, { letterId: saved.id, version: saved.version, askAgain: [], message: '' });
}

/** The first version lacks a part that the return asks for, so that later desks see what changed. */
function withoutLateBlock(body: LetterBody): LetterBody {
  const at = body.content.length - 2;
  return at < 1 ? body : { ...body, content: body.content.filter((_block, index) => index !== at) };
}

async function current({ deps, actor, letter }: Scene): Promise<{ letterId: string; version: number }> {
  const read: Letter = await getLetter(deps, actor, { letterId: idOf(letter) });
  return { letterId: read.id, version: read.version };
}

function idOf(letter: LetterInPlay): string {
  if (letter.letterId === null) throw new Error(`${letter.script.key} has no draft yet`);
  return letter.letterId;
}

function contentOf(
  agency: EstablishedAgency,
  { script, dueDate }: LetterInPlay,
  body: LetterBody,
): ReturnType<typeof LetterContent.parse> {
  const recipient = (to: DemoRecipient): LetterContent['to'][number] =>
    'position' in to
      ? { kind: 'internal', positionId: positionOf(agency, to.position) }
      : { kind: 'external', name: to.name, address: to.address, place: to.place, email: to.email };
  return LetterContent.parse({
    type: script.type,
    subject: script.subject,
    handlingGrade: script.handlingGrade,
    securityClass: script.securityClass,
    classificationCode: script.classificationCode,
    dueDate,
    signatoryPositionId: positionOf(agency, script.signatoryPosition),
    onBehalfOfPositionId: script.onBehalfOf === null ? null : positionOf(agency, script.onBehalfOf),
    to: script.recipients.map(recipient),
    cc: script.carbonCopies.map(recipient),
    circuit: script.circuit.flatMap((desks, index) =>
      desks.map((desk) => ({
        stage: index + 1,
        kind: desks.length > 1 ? ('coordination' as const) : ('hierarchical' as const),
        positionId: positionOf(agency, desk),
      })),
    ),
    body,
  });
}
