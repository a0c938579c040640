import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import type { getLetterPdfEndpoint } from './contract.ts';
import { findDocument } from './letter-document.ts';

/** The signed bytes exactly as stored, or the unsigned letter with its mark; every download is an event. */
export async function getLetterPdf(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getLetterPdfEndpoint>,
): Promise<FileReply> {
  const document = await read(deps, actor, (tx) => findDocument(tx, deps, actor, input.letterId));
  const { bytes } = await document.read();
  await read(deps, actor, (tx) =>
    recordEvents(tx, deps, actor, [
      {
        action: 'letter.downloaded',
        letterId: input.letterId,
        detail: { isSigned: document.isSigned, etag: document.etag },
      },
    ]),
  );
  return { bytes, mediaType: 'application/pdf', fileName: document.fileName, disposition: 'attachment' };
}
