import { createDisposal } from '../disposal/create-disposal.ts';
import { changeDisposal } from '../disposal/change-disposal.ts';
import { getDisposal } from '../disposal/get-disposal.ts';
import { setDisposalParties } from '../disposal/set-disposal-parties.ts';
import { signPaper } from '../disposal/sign-paper.ts';
import type { PartyRole } from '../disposal/states.ts';
import { submitDisposal } from '../disposal/submit-disposal.ts';
import { addStorageBox } from '../filing/add-storage-box.ts';
import { archiveDocument } from '../filing/archive-document.ts';
import { closeRecordFile } from '../filing/close-record-file.ts';
import { createRecordFile } from '../filing/create-record-file.ts';
import { DocumentContent } from '../filing/document-contract.ts';
import { editRecordFile } from '../filing/edit-record-file.ts';
import { getRecordFile } from '../filing/get-record-file.ts';
import { lendFile } from '../filing/lend-file.ts';
import { placeLegalHold } from '../filing/place-legal-hold.ts';
import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import { DEMO_BOXES, DEMO_FILES, type DemoFile } from './content/archive.ts';
import { actorAt, positionOf } from './demo-actor.ts';
import { DEMO_PASSPHRASE } from './demo-secrets.ts';
import type { SeedDemo } from './seed-demo.ts';

const ARCHIVIST = 'arsiparis-setda';
const HEADS: readonly [PartyRole, string][] = [
  ['processing_head', 'kabag-tu'],
  ['records_head', 'karo-umum'],
];

const DESTRUCTION_PARTIES: readonly [PartyRole, string][] = [
  ['panel_chair', 'karo-umum'],
  ['panel_creator', 'asisten-3'],
  ['panel_archivist', ARCHIVIST],
  ...HEADS,
  ['creator_head', 'sekda'],
  ['executor', 'kasubbag-tu-sekda'],
  ['witness_legal', 'karo-hukum'],
  ['witness_inspectorate', 'auditor'],
];

/** Puts the paper of earlier years into files, moves some to the records unit with signed minutes, lends and holds. */
export async function playArchive(seed: SeedDemo, agency: EstablishedAgency): Promise<void> {
  const archivist = () => actorAt(seed.deps, agency, ARCHIVIST);
  const boxes = {
    A: (await addStorageBox(seed.deps, await archivist(), DEMO_BOXES.A)).id,
    B: (await addStorageBox(seed.deps, await archivist(), DEMO_BOXES.B)).id,
  };
  const files: { script: DemoFile; fileId: string }[] = [];
  for (const script of DEMO_FILES) {
    tick(seed);
    files.push({ script, fileId: await fill(seed, agency, script, boxes[script.box]) });
  }
  const moved = files.filter(({ script }) => script.isMoved).map(({ fileId }) => fileId);
  await moveToRecordsUnit(seed, agency, moved);
  for (const { script, fileId } of files) {
    tick(seed);
    if (script.hold) await placeLegalHold(seed.deps, await archivist(), { fileIds: [fileId], ...script.hold });
    if (script.lentTo !== undefined)
      await lendFile(seed.deps, await archivist(), {
        fileId,
        borrowerPositionId: positionOf(agency, script.lentTo),
        purpose: 'Bahan rapat pimpinan',
      });
  }
  await proposeDestruction(
    seed,
    agency,
    files.filter(({ script }) => script.isProposed).map(({ fileId }) => fileId),
  );
  await seed.drain();
}

async function fill(seed: SeedDemo, agency: EstablishedAgency, script: DemoFile, boxId: string): Promise<string> {
  const { deps } = seed;
  const archivist = () => actorAt(deps, agency, ARCHIVIST);
  const { title, code: classificationCode, year, folder, closedOn, triggerOn } = script;
  const { id: fileId } = await createRecordFile(deps, await archivist(), {
    ...{ title, classificationCode, year, description: '' },
  });
  for (const { title: name, number, date, pages, copy } of script.papers)
    await archiveDocument(deps, await archivist(), {
      fileId,
      content: DocumentContent.parse({
        ...{ kind: 'other', title: name, number, documentDate: date, classificationCode, securityClass: 'B' },
        ...{ sender: 'Sekretariat Daerah', media: 'paper', copyStatus: copy, pageCount: pages },
      }),
    });
  const { version, description } = await getRecordFile(deps, await archivist(), { fileId });
  const placed = await editRecordFile(deps, await archivist(), { fileId, version, title, description, boxId, folder });
  await closeRecordFile(deps, await archivist(), {
    ...{ fileId, version: placed.version, closedOn, ...(triggerOn === undefined ? {} : { triggerOn }) },
  });
  return fileId;
}

/** A proposal that its archivist has yet to send. */
async function proposeDestruction(seed: SeedDemo, agency: EstablishedAgency, fileIds: string[]): Promise<void> {
  const { deps } = seed;
  const archivist = () => actorAt(deps, agency, ARCHIVIST);
  const kind = 'destruction';
  const { id: disposalId, version } = await createDisposal(deps, await archivist(), { kind, fileIds });
  const parties = DESTRUCTION_PARTIES.map(([role, desk]) => ({ role, positionId: positionOf(agency, desk) }));
  const named = await setDisposalParties(deps, await archivist(), { disposalId, version, parties });
  await changeDisposal(deps, await archivist(), {
    ...{ disposalId, version: named.version, add: [], remove: [], boxes: [] },
    ...{ location: 'Halaman Depo Arsip Sekretariat Daerah', method: 'shredded' },
  });
}

async function moveToRecordsUnit(seed: SeedDemo, agency: EstablishedAgency, fileIds: string[]): Promise<void> {
  const { deps } = seed;
  const archivist = () => actorAt(deps, agency, ARCHIVIST);
  const { id: disposalId, version } = await createDisposal(deps, await archivist(), { kind: 'transfer', fileIds });
  const parties = HEADS.map(([role, desk]) => ({ role, positionId: positionOf(agency, desk) }));
  const named = await setDisposalParties(deps, await archivist(), { disposalId, version, parties });
  const located = await changeDisposal(deps, await archivist(), {
    ...{ disposalId, version: named.version, add: [], remove: [], boxes: [] },
    location: 'Depo Arsip Sekretariat Daerah',
  });
  await submitDisposal(deps, await archivist(), { disposalId, version: located.version });
  await seed.drain();
  // Each paper is made once those before it are signed, so the heads look again until nothing waits for them.
  for (let before = -1, signed = 0; signed > before;) {
    before = signed;
    for (const [, desk] of HEADS) signed += await signNext(seed, agency, { disposalId, desk });
  }
}

/** How many papers the desk has signed: one, or none when no paper waits for it. */
async function signNext(
  seed: SeedDemo,
  agency: EstablishedAgency,
  { disposalId, desk }: { disposalId: string; desk: string },
): Promise<number> {
  const { deps } = seed;
  tick(seed);
  const { papers } = await getDisposal(deps, await actorAt(deps, agency, desk), { disposalId });
  const paper = papers.find(
    ({ status, signatories }) => status === 'open' && signatories.find((one) => one.status !== 'signed')?.isMe === true,
  );
  if (!paper) return 0;
  const { id: paperId, version } = paper;
  await signPaper(deps, await actorAt(deps, agency, desk), { paperId, version, passphrase: DEMO_PASSPHRASE });
  await seed.drain();
  return 1;
}

function tick(seed: SeedDemo): void {
  seed.clock.now = new Date(seed.clock.now.getTime() + 60_000);
}
