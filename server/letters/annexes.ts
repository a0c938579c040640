import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command, read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob } from '../files/files.ts';
import type { FileReply } from '../http.ts';
import { acceptUpload, cleanFileName } from './accept-upload.ts';
import type { addAnnexEndpoint, getAnnexFileEndpoint, Letter, removeAnnexEndpoint } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { loadForAction, loadReadable } from './load-letter.ts';
import { deleteAnnex, insertAnnex, listAnnexes } from './part-queries.ts';

const MOST_ANNEXES = 20;
const MOST_BYTES = 100 * 1024 * 1024;

/** Takes an upload into the draft: parsed in a child process, stored before the row that names it. */
export async function addAnnex(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof addAnnexEndpoint> & { bytes: Buffer },
): Promise<Letter> {
  await read(deps, actor, (tx) => loadForAnnex(tx, actor, input));
  const { mediaType, pageCount } = await acceptUpload(input.bytes);
  const stored = await deps.files.write(actor.agencyId, input.bytes);
  return command(deps, actor, async (tx) => {
    await loadForAnnex(tx, actor, input);
    const key = { agencyId: actor.agencyId, letterId: input.letterId };
    const id = uuidv7();
    const now = deps.now();
    await recordBlob(tx, { ...stored, agencyId: actor.agencyId, mediaType }, { kind: 'letter_annex', id, now });
    await insertAnnex(tx, key, {
      id,
      fileName: cleanFileName(input.fileName),
      mediaType,
      ...stored,
      pageCount,
      now,
    });
    const described = await describeLetter(tx, deps, actor, input.letterId);
    await recordEvents(tx, deps, actor, [
      { action: 'letter.annex_added', letterId: input.letterId, detail: { annexId: id, sha256: stored.sha256 } },
    ]);
    return described;
  });
}

/** All annexes are in memory at once when the letter is put together: also together they have a limit. */
async function loadForAnnex(tx: Tx, actor: DeskActor, added: { letterId: string; bytes: Buffer }): Promise<void> {
  const { letter } = await loadForAction(tx, actor, { letterId: added.letterId, action: 'save' });
  const annexes = await listAnnexes(tx, { agencyId: actor.agencyId, letterId: letter.id });
  const sizeBytes = annexes.reduce((sum, annex) => sum + annex.sizeBytes, added.bytes.length);
  if (annexes.length >= MOST_ANNEXES || sizeBytes > MOST_BYTES)
    throw new AppError('annex_too_large', {
      detail: `Lampiran satu surat paling banyak ${MOST_ANNEXES} berkas, bersama-sama ${MOST_BYTES / 1024 / 1024} MB. Gabungkan atau perkecil berkasnya.`,
    });
}

export function removeAnnex(deps: Deps, actor: DeskActor, input: InputOf<typeof removeAnnexEndpoint>): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    await loadForAction(tx, actor, { letterId: input.letterId, action: 'save' });
    const isDeleted = await deleteAnnex(tx, { agencyId: actor.agencyId, letterId: input.letterId }, input.annexId);
    if (!isDeleted) throw new AppError('not_found');
    const described = await describeLetter(tx, deps, actor, input.letterId);
    await recordEvents(tx, deps, actor, [
      { action: 'letter.annex_removed', letterId: input.letterId, detail: { annexId: input.annexId } },
    ]);
    return described;
  });
}

/** The annex byte for byte as uploaded, always as a download. */
export async function getAnnexFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getAnnexFileEndpoint>,
): Promise<FileReply> {
  const annex = await read(deps, actor, async (tx) => {
    const { letter } = await loadReadable(tx, actor, input.letterId);
    const annexes = await listAnnexes(tx, { agencyId: actor.agencyId, letterId: letter.id });
    const found = annexes.find((candidate) => candidate.id === input.annexId);
    if (!found) throw new AppError('not_found');
    await recordEvents(tx, deps, actor, [
      { action: 'letter.annex_downloaded', letterId: letter.id, detail: { annexId: found.id } },
    ]);
    return found;
  });
  return {
    bytes: await deps.files.read(actor.agencyId, annex.sha256),
    mediaType: annex.mediaType,
    fileName: annex.fileName,
    disposition: 'attachment',
  };
}
