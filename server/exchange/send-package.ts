import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import { pathPart } from './package-entry.ts';
import type { CollectedRecord } from './record-metadata.ts';
import { writeLetterPackage } from './write-letter-package.ts';

/** Answers with the record as a ZIP; a download, and an event of `subject` like every other. */
export async function sendPackage(
  deps: Deps,
  actor: DeskActor,
  { record, subject }: { record: CollectedRecord; subject: string },
): Promise<FileReply> {
  const { id, kind, number, title } = record.facts;
  const detail = { kind, id, files: record.entries.length };
  await read(deps, actor, (tx) =>
    recordEvents(tx, deps, actor, [{ action: 'record.exported', letterId: subject, detail }]),
  );
  return {
    bytes: writeLetterPackage(record, deps.now()),
    mediaType: 'application/zip',
    fileName: `arsip-${pathPart(number === '' ? title : number)}.zip`,
    disposition: 'attachment',
  };
}
