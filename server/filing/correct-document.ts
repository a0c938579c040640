import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import { checkDocument } from './check-document.ts';
import type { correctDocumentEndpoint } from './contract.ts';
import { describeDocument, lockDocumentFor } from './describe-document.ts';
import type { ArchiveDocument, DocumentContent } from './document-contract.ts';
import {
  type DocumentRow,
  insertDocumentChange,
  listDocumentReaders,
  setCopyStatus,
  setDocument,
} from './document-queries.ts';
import { regrantDocument } from './document-rights.ts';

/** Corrects what was typed of a document; what stood there before is kept with the reason. */
export function correctDocument(
  deps: Deps,
  actor: DeskActor,
  { documentId, version, content, reason }: InputOf<typeof correctDocumentEndpoint>,
): Promise<ArchiveDocument> {
  return command(deps, actor, async (tx) => {
    const { agencyId, positionId, personId } = actor;
    const key = { agencyId, documentId };
    const row = await lockDocumentFor(tx, actor, { documentId, version });
    const { date } = await today(tx, deps, agencyId);
    await checkDocument(tx, actor, content, date);
    const changes = await compare(tx, key, row, content);
    if (Object.keys(changes).length === 0)
      throw new AppError('invalid_input', {
        fields: [{ path: 'content', message: 'Belum ada yang diubah. Perbaiki isian, lalu simpan.' }],
      });
    const { readerPositionIds, copyStatus, ...fields } = content;
    if (!(await setDocument(tx, { ...key, ...fields, version }))) throw new AppError('stale_version');
    await setCopyStatus(tx, { ...key, copyStatus });
    const now = deps.now();
    const { unitId } = row;
    const { securityClass } = content;
    await regrantDocument(tx, { agencyId, id: documentId, unitId, securityClass, readerPositionIds, now });
    const change = { id: uuidv7(), version: version + 1, changes, reason, positionId, personId, now };
    await insertDocumentChange(tx, { ...key, ...change });
    const described = await describeDocument(tx, actor, documentId);
    const detail = { documentId, reason, fields: Object.keys(changes) };
    await recordEvents(tx, deps, actor, [{ action: 'record.document_corrected', letterId: documentId, detail }]);
    return described;
  });
}

type Field = keyof Omit<DocumentContent, 'readerPositionIds'>;
const FIELDS: readonly Field[] = [
  'kind',
  'title',
  'number',
  'documentDate',
  'sender',
  'recipient',
  'summary',
  'classificationCode',
  'securityClass',
  'media',
  'copyStatus',
  'pageCount',
];

async function compare(
  tx: Tx,
  key: { agencyId: string; documentId: string },
  row: DocumentRow,
  content: DocumentContent,
): Promise<Record<string, { from: unknown; to: unknown }>> {
  const changed = FIELDS.filter((field) => row[field] !== content[field]).map(
    (field): [Field | 'readerPositionIds', { from: unknown; to: unknown }] => [
      field,
      { from: row[field], to: content[field] },
    ],
  );
  const before = (await listDocumentReaders(tx, key)).map(({ positionId }) => positionId).sort();
  const after = [...new Set(content.readerPositionIds)].sort();
  const readers = before.join() === after.join() ? [] : [['readerPositionIds', { from: before, to: after }] as const];
  return Object.fromEntries([...changed, ...readers]);
}
