import { describeReadingFailure } from '../intake/describe-reading-failure.ts';
import { inReadingRoom } from '../intake/reading-room.ts';
import { type JobHandler, TryLater } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { readFiles } from '../reading/read-files.ts';
import { recogniseFile } from '../reading/recognise-file.ts';
import {
  type DocumentFileRow,
  type DocumentKey,
  findDocumentToRead,
  listDocumentFiles,
  setDocumentText,
} from './document-queries.ts';

const ROOM_FULL_MS = 1500;
/** What no text column takes: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Cs}/gu;

/** Text of the pages of an archived document. A newer version of the document has a job of its own. */
export const readDocument: JobHandler<'records.read_document'> = async (deps, run, { documentId, version }) => {
  const key: DocumentKey = { agencyId: run.actor.agencyId, documentId };
  const files = await deps.db.transaction({ agencyId: key.agencyId }, async (tx): Promise<DocumentFileRow[]> => {
    const document = await findDocumentToRead(tx, key);
    const isWanted = document?.version === version && !document.isRead && !document.isDestroyed;
    return isWanted ? listDocumentFiles(tx, key) : [];
  });
  if (files.length === 0) return;
  const done = await inReadingRoom(async () => {
    const loaded: Uint8Array[] = [];
    for (const { sha256 } of files) loaded.push(await deps.files.read(key.agencyId, sha256));
    const reading = await readFiles(
      loaded.map((bytes) => ({ bytes, kind: recogniseFile(bytes) })),
      { engine: await deps.ocrEngine },
    );
    const text = reading.pages
      .map((page) => page.text)
      .join('\n')
      .replaceAll(UNSTORABLE, '');
    const { failure } = reading;
    const failed = failure && (files[failure.fileIndex] ?? files[0]);
    const words = failure && describeReadingFailure(failure.code, failed?.fileName ?? '');
    await deps.db.transaction({ agencyId: key.agencyId }, async (tx) => {
      const document = await findDocumentToRead(tx, key);
      if (document?.version === version && !document.isRead)
        await setDocumentText(tx, { ...key, readVersion: version, text, failure: words });
      await finishOutbox(tx, run.outboxId, deps.now());
    });
  });
  if (!done) throw new TryLater(new Date(deps.now().getTime() + ROOM_FULL_MS), 'other scans are being read');
};
