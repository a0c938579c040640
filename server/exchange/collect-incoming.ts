import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { exportChain } from '../dispositions/export-chain.ts';
import { loadTree } from '../dispositions/load-tree.ts';
import { eventSubject } from '../incoming/event-subject.ts';
import { getIncomingJourney } from '../incoming/get-incoming-journey.ts';
import type { LoadedIncoming } from '../incoming/load-incoming.ts';
import { senderLine } from '../incoming/sender-line.ts';
import { recordView } from '../letters/record-view.ts';
import { auditEntries, describeRows, isOfTheCopy } from './audit-proof.ts';
import { chainEntries } from './chain-entries.ts';
import { originOf } from './origin.ts';
import { jsonEntry, storedEntries } from './package-entry.ts';
import {
  findAgency,
  findSignedFile,
  listAnnexFiles,
  listChainRows,
  listIntakeFiles,
  listRelations,
  type StoredFile,
} from './queries.ts';
import { type CollectedRecord, type PackageEntry, RECORD_FORMAT, type RecordFacts } from './record-metadata.ts';
import { validateSignatures, type Validation } from './validate-signatures.ts';

type Incoming = LoadedIncoming['row'];

/** An incoming letter with its files, its dispositions and its way through the office, as this desk may see them. */
export async function collectIncoming(deps: Deps, actor: DeskActor, incomingId: string): Promise<CollectedRecord> {
  const { agencyId } = actor;
  const loaded = await read(deps, actor, async (tx) => {
    const { row } = await loadTree(tx, deps, actor, { incomingId, isLocked: false });
    const parts = await loadParts(tx, deps, agencyId, row);
    const letter = { id: eventSubject(row), securityClass: row.securityClass };
    await recordView(tx, deps, actor, { letter, detail: { incomingId, part: 'export' } });
    return { row, ...parts };
  });
  const { row, files, annexes, copies, rows, audit } = loaded;
  const validation = await validateFirst(deps, agencyId, files[0]);
  const chain = await exportChain(deps, actor, incomingId);
  return {
    facts: { ...factsOf(loaded), signatures: validation?.signatures ?? [], events: describeRows(rows) },
    entries: [
      ...mainFiles(deps, agencyId, files),
      ...storedEntries(deps, agencyId, { folder: 'lampiran', role: 'annex', files: annexes }),
      ...storedEntries(deps, agencyId, { folder: 'salinan', role: 'copy', files: copies }),
      ...(validation?.entries ?? []),
      ...(await chainEntries(deps, agencyId, chain)),
      jsonEntry('riwayat/perjalanan.json', 'journey', () => getIncomingJourney(deps, actor, { incomingId: row.id })),
      ...audit,
    ],
  };
}

async function loadParts(tx: Tx, deps: Deps, agencyId: string, row: Incoming) {
  const key = { agencyId, id: row.id };
  const { letterId, intakeId } = row;
  const signed = letterId === null ? undefined : await findSignedFile(tx, { agencyId, id: letterId });
  const scans = intakeId === null ? [] : await listIntakeFiles(tx, { agencyId, id: intakeId });
  const searchable = row.searchableSha256;
  const pdf = 'application/pdf';
  const subject = { agencyId, id: eventSubject(row) };
  const rows = (await listChainRows(tx, subject)).filter((event) => isOfTheCopy(event, row));
  return {
    origin: originOf(deps, agencyId, await findAgency(tx, agencyId)),
    files: signed ? [{ fileName: `${signed.number}.pdf`, mediaType: pdf, sha256: signed.sha256 }] : scans,
    annexes: letterId === null ? [] : await listAnnexFiles(tx, { agencyId, id: letterId }),
    copies: searchable === null ? [] : [{ fileName: 'salinan-teks.pdf', mediaType: pdf, sha256: searchable }],
    relations: await listRelations(tx, key),
    rows,
    audit: await auditEntries(tx, subject, rows),
  };
}

function mainFiles(deps: Deps, agencyId: string, files: readonly StoredFile[]): PackageEntry[] {
  return storedEntries(deps, agencyId, { folder: 'surat', role: 'main', files });
}

/** Only a PDF carries signatures; what cannot be checked now is said in the report, not left out. */
async function validateFirst(
  deps: Deps,
  agencyId: string,
  file: StoredFile | undefined,
): Promise<Validation | undefined> {
  if (file?.mediaType !== 'application/pdf') return undefined;
  return validateSignatures(deps, await deps.files.read(agencyId, file.sha256), file.fileName);
}

function factsOf({
  row,
  origin,
  relations,
}: {
  row: Incoming;
  origin: RecordFacts['origin'];
  relations: RecordFacts['relations'];
}): Omit<RecordFacts, 'signatures' | 'events'> {
  const { classificationCode: code } = row;
  const ofOrigin = row.letterId === null ? [] : [{ kind: 'copy_of', id: row.letterId, label: row.number }];
  return {
    format: RECORD_FORMAT,
    origin,
    kind: 'incoming_letter',
    id: row.id,
    documentKind: 'incoming_letter',
    type: 'surat_masuk',
    title: row.subject === '' ? '(tanpa hal)' : row.subject,
    summary: row.summary,
    number: row.number,
    language: 'id',
    documentDate: row.letterDate ?? row.receivedAt.slice(0, 10),
    receivedDate: row.receivedAt.slice(0, 10),
    signedAt: null,
    createdAt: row.receivedAt,
    sender: senderLine(row),
    recipient: row.addressee === '' ? row.unitName : row.addressee,
    creator: { unit: row.unitName, position: '', person: row.registeredBy ?? '' },
    classification: code === null ? null : { code, name: row.classificationName ?? '' },
    securityClass: row.securityClass,
    handlingGrade: row.handlingGrade,
    media: row.media,
    pageCount: row.pageCount,
    relations: [...ofOrigin, ...relations],
  };
}
