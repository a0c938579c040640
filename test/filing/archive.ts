import { archiveDocument } from '../../server/filing/archive-document.ts';
import type { ArchiveDocument } from '../../server/filing/contract.ts';
import { DocumentContent } from '../../server/filing/document-contract.ts';
import { createRecordFile } from '../../server/filing/create-record-file.ts';
import type { FileDetail, UnfiledItem } from '../../server/filing/file-shapes.ts';
import { getRecordFile } from '../../server/filing/get-record-file.ts';
import { listFileItems } from '../../server/filing/list-file-items.ts';
import { listUnfiled } from '../../server/filing/list-unfiled.ts';
import { enqueueFiling } from '../../server/incoming/enqueue-filing.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { receivedLetter, type ReceivedWanted } from '../support/received-letters.ts';
import { rowsOf } from '../support/rows.ts';

/** An agency with the archive's verbs at hand; the archivist is Diskominfo's unless another desk is named. */
export interface Archive {
  deps: TestDeps;
  agency: TestAgency;
  adminUrl: string;
  document(wanted?: Partial<DocumentContent>, options?: { as?: DeskKey; fileId?: string }): Promise<ArchiveDocument>;
  /** A letter from outside that is done, with its record. */
  incoming(wanted?: ReceivedWanted): Promise<string>;
  newFile(title: string, options?: { as?: DeskKey; code?: string }): Promise<FileDetail>;
  file(fileId: string, as?: DeskKey): Promise<FileDetail>;
  items(fileId: string, as?: DeskKey): Promise<{ ordinal: number | null; title: string }[]>;
  queue(as?: DeskKey): Promise<UnfiledItem[]>;
}

export async function openArchive(): Promise<Archive> {
  const deps = await makeDeps();
  const agency = await makeAgency(deps);
  const { adminUrl } = deps.database;
  const { agencyId } = agency;
  return {
    deps,
    agency,
    adminUrl,
    async document(wanted = {}, { as = 'arsiparis', fileId } = {}) {
      const content = DocumentContent.parse({ ...USUAL, ...wanted });
      return archiveDocument(deps, await agency.actor(as), { content, ...(fileId === undefined ? {} : { fileId }) });
    },
    async incoming(wanted = {}) {
      const { id } = await receivedLetter(deps, agency, { to: 'kadis', ...wanted });
      await rowsOf(adminUrl, `update incoming_letter set status = 'done', done_at = $2 where id = $1`, [
        id,
        deps.now(),
      ]);
      await deps.db.transaction({ agencyId }, (tx) => enqueueFiling(tx, { agencyId, incomingId: id }, deps.now()));
      await drainOutbox(deps);
      return id;
    },
    async newFile(title, { as = 'arsiparis', code = '500.12.6' } = {}) {
      return createRecordFile(deps, await agency.actor(as), { title, classificationCode: code, description: '' });
    },
    file: async (fileId, as = 'arsiparis') => getRecordFile(deps, await agency.actor(as), { fileId }),
    async items(fileId, as = 'arsiparis') {
      const { items } = await listFileItems(deps, await agency.actor(as), { fileId, after: 0, limit: 100 });
      return items.map(({ ordinal, title }) => ({ ordinal, title }));
    },
    queue: async (as = 'arsiparis') => (await listUnfiled(deps, await agency.actor(as), { limit: 100 })).items,
  };
}

const USUAL = {
  kind: 'other',
  title: 'Notula rapat teknis',
  documentDate: '2026-11-20',
  classificationCode: '500.12.6',
  securityClass: 'B',
  media: 'paper',
  copyStatus: 'original',
  pageCount: 3,
};
