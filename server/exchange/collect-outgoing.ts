import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { getJourney } from '../letters/get-journey.ts';
import { findDocument } from '../letters/letter-document.ts';
import { recordView } from '../letters/record-view.ts';
import { auditEntries, describeRows, isOfTheLetter } from './audit-proof.ts';
import { originOf } from './origin.ts';
import { jsonEntry, storedEntries } from './package-entry.ts';
import {
  findAgency,
  findOutgoing,
  listAnnexFiles,
  listChainRows,
  listContentVersions,
  listRelations,
  type OutgoingFacts,
} from './queries.ts';
import { type CollectedRecord, RECORD_FORMAT, type RecordFacts } from './record-metadata.ts';
import { validateSignatures } from './validate-signatures.ts';

/** A letter of ours with everything that belongs to it; refuses as every reading of a letter does. */
export async function collectOutgoing(deps: Deps, actor: DeskActor, letterId: string): Promise<CollectedRecord> {
  const { agencyId } = actor;
  const loaded = await read(deps, actor, async (tx) => {
    const document = await findDocument(tx, deps, actor, letterId);
    const parts = await loadParts(tx, deps, { agencyId, id: letterId });
    await recordView(tx, deps, actor, { letter: parts.letter, detail: { part: 'export' } });
    return { document, ...parts };
  });
  const { document, letter, annexes, versions, rows, audit } = loaded;
  const { bytes } = await document.read();
  const validation = document.isSigned ? await validateSignatures(deps, bytes, document.fileName) : undefined;
  const main = {
    path: document.isSigned ? 'surat.pdf' : 'konsep.pdf',
    fileName: document.fileName,
    role: 'main',
    mediaType: 'application/pdf',
    read: () => Promise.resolve(bytes),
  } as const;
  return {
    facts: { ...factsOf(loaded), signatures: validation?.signatures ?? [], events: describeRows(rows) },
    entries: [
      main,
      ...storedEntries(deps, agencyId, { folder: 'lampiran', role: 'annex', files: annexes }),
      ...(validation?.entries ?? []),
      ...versions.map(({ contentVersion, ...version }) =>
        jsonEntry(`versi/versi-${String(contentVersion).padStart(2, '0')}.json`, 'version', () => ({
          contentVersion,
          ...version,
        })),
      ),
      jsonEntry('riwayat/perjalanan.json', 'journey', () => getJourney(deps, actor, { letterId: letter.id })),
      ...audit,
    ],
  };
}

async function loadParts(tx: Tx, deps: Deps, key: { agencyId: string; id: string }) {
  const letter = await findOutgoing(tx, key);
  if (!letter) throw new Error('a letter that was just read is missing');
  const rows = (await listChainRows(tx, key)).filter(isOfTheLetter);
  return {
    letter,
    origin: originOf(deps, key.agencyId, await findAgency(tx, key.agencyId)),
    annexes: await listAnnexFiles(tx, key),
    versions: await listContentVersions(tx, key),
    relations: await listRelations(tx, key),
    rows,
    audit: await auditEntries(tx, key, rows),
  };
}

function factsOf({
  letter,
  origin,
  relations,
}: {
  letter: OutgoingFacts;
  origin: RecordFacts['origin'];
  relations: RecordFacts['relations'];
}): Omit<RecordFacts, 'signatures' | 'events'> {
  const { classificationCode: code } = letter;
  return {
    format: RECORD_FORMAT,
    origin,
    kind: 'outgoing_letter',
    id: letter.id,
    documentKind: 'outgoing_letter',
    type: letter.type,
    title: letter.subject === '' ? '(tanpa hal)' : letter.subject,
    summary: '',
    number: letter.number ?? '',
    language: 'id',
    documentDate: letter.letterDate ?? letter.createdAt.slice(0, 10),
    receivedDate: null,
    signedAt: letter.signedAt,
    createdAt: letter.createdAt,
    sender: letter.signatoryTitle ?? letter.unitName,
    recipient: letter.recipients,
    creator: { unit: letter.unitName, position: letter.drafterTitle, person: letter.drafterName },
    classification: code === null ? null : { code, name: letter.classificationName ?? '' },
    securityClass: letter.securityClass,
    handlingGrade: letter.handlingGrade,
    media: 'electronic',
    pageCount: letter.pageCount ?? 0,
    relations,
  };
}
