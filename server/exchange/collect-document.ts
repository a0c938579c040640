import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { refuseReading } from '../letters/access.ts';
import { readerOf } from '../letters/reading-right.ts';
import { describeRows } from './audit-proof.ts';
import {
  type DocumentFile,
  type DocumentRow,
  findDocumentRow,
  hasDocumentGrant,
  listDocumentFiles,
} from './document-queries.ts';
import { originOf } from './origin.ts';
import { storedEntries } from './package-entry.ts';
import { findAgency, type Key, listChainRows } from './queries.ts';
import {
  type CollectedRecord,
  type PackageEntry,
  RECORD_FORMAT,
  type RecordFacts,
  RecordMetadata,
} from './record-metadata.ts';

/** A document made elsewhere. One that came from another Lontar goes out as it came: same description, same files. */
export async function collectDocument(deps: Deps, actor: DeskActor, documentId: string): Promise<CollectedRecord> {
  const { agencyId } = actor;
  const { row, files, facts } = await read(deps, actor, async (tx) => {
    const key = { agencyId, id: documentId };
    const found = await loadReadableDocument(tx, actor, key);
    const rows = await listChainRows(tx, key);
    const origin = originOf(deps, agencyId, await findAgency(tx, agencyId));
    const listed = await listDocumentFiles(tx, key);
    if (found.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [
        { action: 'letter.viewed', letterId: documentId, detail: { documentId, part: 'export' } },
      ]);
    return { row: found, files: listed, facts: { ...factsOf(found, origin), events: describeRows(rows) } };
  });
  const taken = takenIn(row);
  if (taken) {
    const described = isAsItCame(taken, row) ? taken : { ...taken, ...correctedFacts(row) };
    return { facts: described, files: taken.files, entries: asItCame(deps, agencyId, { taken, files }) };
  }
  return { facts, entries: storedEntries(deps, agencyId, { folder: 'berkas', role: 'main', files }) };
}

/** @throws AppError as every reading of a letter */
async function loadReadableDocument(tx: Tx, actor: DeskActor, key: Key): Promise<DocumentRow> {
  const row = await findDocumentRow(tx, key);
  if (!row || row.isDestroyed) throw new AppError('not_found');
  const isOpen = row.securityClass === 'B' || row.securityClass === 'T';
  const isGranted = await hasDocumentGrant(tx, {
    ...key,
    positionId: actor.positionId,
    personId: row.securityClass === 'B' ? actor.personId : null,
    unitRoles: isOpen ? readerOf(actor).unitRoles : [],
  });
  if (!isGranted) refuseReading(row);
  return row;
}

const Origin = RecordMetadata.nullable().catch(null);

function takenIn({ origin }: DocumentRow): RecordMetadata | null {
  const metadata = typeof origin === 'object' && origin !== null && 'metadata' in origin ? origin.metadata : null;
  return Origin.parse(metadata);
}

const CORRECTED = [
  'title',
  'number',
  'documentDate',
  'sender',
  'recipient',
  'summary',
  'securityClass',
  'media',
] as const;

/** Whether nobody has corrected it since: then the package is the one that came, byte for byte. */
function isAsItCame(taken: RecordMetadata, row: DocumentRow): boolean {
  const isSameCode = row.classificationCode === null || taken.classification?.code === row.classificationCode;
  return isSameCode && CORRECTED.every((field) => taken[field] === row[field]);
}

function correctedFacts(row: DocumentRow): Partial<RecordFacts> {
  const { classificationCode: code } = row;
  const fields = Object.fromEntries(CORRECTED.map((field) => [field, row[field]]));
  return code === null ? fields : { ...fields, classification: { code, name: row.classificationName ?? '' } };
}

/** Files are kept in the order of the description. */
function asItCame(
  deps: Deps,
  agencyId: string,
  { taken, files }: { taken: RecordMetadata; files: readonly DocumentFile[] },
): PackageEntry[] {
  const kept = new Set(files.map(({ sha256 }) => sha256));
  return taken.files.map(({ sizeBytes: _sizeBytes, sha256, ...entry }) => {
    if (!kept.has(sha256)) throw new Error(`a file that was taken in is missing: ${sha256}`);
    return { ...entry, read: () => deps.files.read(agencyId, sha256) };
  });
}

function factsOf(row: DocumentRow, origin: RecordFacts['origin']): Omit<RecordFacts, 'events'> {
  const { classificationCode: code } = row;
  return {
    format: RECORD_FORMAT,
    origin,
    kind: 'document',
    id: row.id,
    documentKind: row.kind,
    type: 'arsip',
    title: row.title,
    summary: row.summary,
    number: row.number,
    language: 'id',
    documentDate: row.documentDate,
    receivedDate: null,
    signedAt: null,
    createdAt: row.createdAt,
    sender: row.sender,
    recipient: row.recipient,
    creator: { unit: row.unitName, position: row.createdByTitle ?? '', person: row.createdByName ?? '' },
    classification: code === null ? null : { code, name: row.classificationName ?? '' },
    securityClass: row.securityClass,
    handlingGrade: '',
    media: row.media,
    pageCount: row.pageCount,
    relations: [],
    signatures: [],
  };
}
