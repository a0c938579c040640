import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import { refuseDestroyed } from '../letters/refuse-destroyed.ts';
import { getLetterPdf } from '../letters/get-letter-pdf.ts';
import type { getIncomingFileEndpoint } from './contract.ts';
import { eventSubject } from './event-subject.ts';
import { loadIncoming } from './load-incoming.ts';
import { type IncomingRow, listScanFiles } from './queries.ts';

const SEARCHABLE_COPY = 0;

/** The bytes exactly as they came (file 1 of a letter of ours is its signed PDF), or the searchable copy; an event. */
export async function getIncomingFile(
  deps: Deps,
  actor: DeskActor,
  { incomingId, ordinal }: InputOf<typeof getIncomingFileEndpoint>,
): Promise<FileReply> {
  const { row, file } = await read(deps, actor, async (tx) => {
    const loaded = await loadIncoming(tx, actor, incomingId);
    refuseDestroyed(loaded.row);
    return { row: loaded.row, file: await findFile(tx, actor.agencyId, { row: loaded.row, ordinal }) };
  });
  if (row.letterId !== null && ordinal === 1) return getLetterPdf(deps, actor, { letterId: row.letterId });
  if (!file) throw new AppError('not_found');
  const bytes = await deps.files.read(actor.agencyId, file.sha256);
  const detail = { incomingId: row.id, ordinal, sha256: file.sha256 };
  await read(deps, actor, (tx) =>
    recordEvents(tx, deps, actor, [{ action: 'incoming.downloaded', letterId: eventSubject(row), detail }]),
  );
  return { bytes, mediaType: file.mediaType, fileName: file.fileName, disposition: 'attachment' };
}

async function findFile(
  tx: Tx,
  agencyId: string,
  { row, ordinal }: { row: IncomingRow; ordinal: number },
): Promise<{ sha256: string; mediaType: string; fileName: string } | undefined> {
  if (row.intakeId === null) return undefined;
  if (ordinal !== SEARCHABLE_COPY)
    return (await listScanFiles(tx, { agencyId, intakeId: row.intakeId })).find((file) => file.ordinal === ordinal);
  if (row.searchableSha256 === null) return undefined;
  const fileName = `surat-masuk-${row.agendaYear ?? ''}-${row.agendaNumber ?? ''}-salinan-teks.pdf`;
  return { sha256: row.searchableSha256, mediaType: 'application/pdf', fileName };
}
