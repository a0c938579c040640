import type { DeskActor } from '../deps.ts';
import { closeDisposition } from '../dispositions/close-disposition.ts';
import { giveDisposition } from '../dispositions/give-disposition.ts';
import { markDispositionRead } from '../dispositions/mark-disposition-read.ts';
import { reportFollowUp } from '../dispositions/report-follow-up.ts';
import { sendDispositionMessage } from '../dispositions/send-disposition-message.ts';
import { uploadDispositionFile } from '../dispositions/upload-disposition-file.ts';
import { cancelIncoming } from '../registration/cancel-incoming.ts';
import { RegistrationContent } from '../registration/contract.ts';
import { directIncoming } from '../registration/direct-incoming.ts';
import { finishIncoming } from '../incoming/finish-incoming.ts';
import { getIncoming } from '../incoming/get-incoming.ts';
import { markIncomingRead } from '../incoming/mark-incoming-read.ts';
import { registerIncoming } from '../registration/register-incoming.ts';
import { uploadIntake } from '../intake/upload-intake.ts';
import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import { addWorkdays } from './content/demo-date.ts';
import type { DemoDisposition, DemoIncoming, IncomingStepLine } from './content/incoming/incoming-script.ts';
import { letterDates } from './content/letter-dates.ts';
import { actorAt, positionOf } from './demo-actor.ts';
import { findItemOfDesk } from './demo-queries.ts';
import { drawAnnex } from './draw-annex.ts';
import { drawIncomingPdf, drawIncomingScan } from './draw-incoming.ts';
import type { SeedDemo } from './seed-demo.ts';

export interface IncomingInPlay {
  script: DemoIncoming;
  intakeId: string | null;
  incomingId: string | null;
}

type What = IncomingStepLine[3];

interface Scene {
  seed: SeedDemo;
  agency: EstablishedAgency;
  /** Business date the demonstration is made on. */
  start: string;
  letter: IncomingInPlay;
  step: IncomingStepLine;
  actor: DeskActor;
}

/** A disposition is held for ten seconds before it reaches anyone. */
const HOLD_MS = 11_000;

/** One step of an incoming letter through the verb a person would use, at the moment the clock shows. */
export async function playIncoming(
  seed: SeedDemo,
  at: { agency: EstablishedAgency; start: string },
  letter: IncomingInPlay,
  step: IncomingStepLine,
): Promise<void> {
  const scene: Scene = { seed, ...at, letter, step, actor: await actorAt(seed.deps, at.agency, step[2]) };
  await perform(scene, step[3]);
}

async function perform(scene: Scene, what: What): Promise<void> {
  const { seed, agency, letter, actor } = scene;
  const { deps } = seed;
  if ('upload' in what) return upload(scene, what.upload);
  if ('register' in what) return register(scene, what);
  const incomingId = letter.incomingId ?? '';
  if ('direct' in what) {
    const to = what.direct.map((key) => positionOf(agency, key));
    await directIncoming(deps, actor, { incomingId, to, cc: [], note: '' });
  } else if ('read' in what) await markIncomingRead(deps, actor, { incomingId });
  else if ('dispose' in what) await dispose(scene, what.dispose);
  else if ('finish' in what) {
    await finishIncoming(deps, actor, { incomingId, note: what.finish, forceReason: '' });
    await seed.drain();
  } else if ('cancel' in what) {
    const { version } = await getIncoming(deps, actor, { incomingId });
    await cancelIncoming(deps, actor, { incomingId, version, reason: what.cancel });
  } else await followUp(scene, what);
}

async function upload({ seed, start, letter, actor }: Scene, form: 'pdf' | 'scan'): Promise<void> {
  const { deps } = seed;
  const { script } = letter;
  const written = { date: addWorkdays(start, -script.written), on: letterDates(start) };
  const pdf = await drawIncomingPdf(deps.pdf, script, written);
  const isScan = form === 'scan';
  const bytes = isScan ? await drawIncomingScan(deps.pdf, pdf) : pdf;
  const item = await uploadIntake(deps, actor, {
    fileName: `${script.key}.${isScan ? 'jpg' : 'pdf'}`,
    source: isScan ? 'camera' : 'upload',
    bytes,
  });
  letter.intakeId = item.id;
  await seed.drain();
}

async function register(scene: Scene, what: Extract<What, { register: true }>): Promise<void> {
  const { seed, agency, start, letter, actor } = scene;
  const { script } = letter;
  const { sender } = script;
  const positions = (keys: readonly string[] = []) => keys.map((key) => positionOf(agency, key));
  const registered = await registerIncoming(seed.deps, actor, {
    intakeId: letter.intakeId,
    isNotDuplicate: false,
    direct: what.to === undefined ? null : { to: positions(what.to), cc: positions(what.cc), note: '' },
    content: RegistrationContent.parse({
      channel: script.channel,
      media: letter.intakeId === null ? 'paper' : 'electronic',
      senderTitle: sender.title,
      senderUnit: sender.organisation,
      number: script.number,
      letterDate: addWorkdays(start, -script.written),
      subject: script.subject,
      summary: script.summary,
      attachmentNote: script.attachmentNote,
      handlingGrade: script.grade,
      securityClass: script.security,
      classificationCode: script.code,
      addressee: script.addressee,
      physicalLocation: letter.intakeId === null ? 'Brankas tata usaha' : '',
    }),
  });
  letter.incomingId = registered.id;
}

async function dispose(scene: Scene, { to }: DemoDisposition): Promise<void> {
  const { seed, agency, start, letter, step, actor } = scene;
  const stepDay = addWorkdays(start, -step[0]);
  const incomingId = letter.incomingId ?? '';
  await giveDisposition(seed.deps, actor, {
    incomingId,
    parentItemId: (await ownItem(scene, actor.positionId)) ?? null,
    sheetFileId: null,
    recipients: to.map(({ position, instructions, note, dueIn, isPic, isPrivate }) => ({
      target: { kind: 'position', positionId: positionOf(agency, position) },
      instructions: [...instructions],
      note: note ?? '',
      dueDate: dueIn === undefined ? null : addWorkdays(stepDay, dueIn),
      isPic: isPic ?? false,
      isPrivate: isPrivate ?? false,
      fileIds: [],
    })),
  });
  seed.clock.now = new Date(seed.clock.now.getTime() + HOLD_MS);
  await seed.drain();
}

async function followUp(
  scene: Scene,
  what: Extract<What, { open: true } | { report: string } | { say: string } | { close: true }>,
): Promise<void> {
  const { seed, agency, actor } = scene;
  const { deps } = seed;
  const desk = 'say' in what ? positionOf(agency, what.to) : actor.positionId;
  const itemId = (await ownItem(scene, desk)) ?? '';
  if ('open' in what) await markDispositionRead(deps, actor, { itemId });
  else if ('say' in what) await sendDispositionMessage(deps, actor, { itemId, text: what.say });
  else if ('close' in what) {
    const { version } = await markDispositionRead(deps, actor, { itemId });
    await closeDisposition(deps, actor, { itemId, version, forceReason: '' });
  } else {
    const fileIds = what.annex === undefined ? [] : [await attach(scene, what.annex)];
    const { report: text, isFinal } = what;
    await reportFollowUp(deps, actor, { itemId, text, isFinal, fileIds, forceReason: '' });
  }
}

async function attach({ seed, actor }: Scene, fileName: string): Promise<string> {
  const title = fileName.replace(/[.]pdf$/u, '');
  const lines = [
    '1. Ekskavator 2 unit: siap, bahan bakar penuh.',
    '2. Wheel loader 1 unit: siap.',
    '3. Operator 6 orang, dua giliran.',
  ];
  const bytes = await drawAnnex({ fileName, title, lines });
  return (await uploadDispositionFile(seed.deps, actor, { fileName, bytes })).id;
}

async function ownItem({ seed, agency, letter }: Scene, positionId: string): Promise<string | undefined> {
  const wanted = { agencyId: agency.agencyId, incomingId: letter.incomingId ?? '', positionId };
  return seed.deps.db.transaction(agency, (tx) => findItemOfDesk(tx, wanted));
}
