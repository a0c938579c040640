import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import { getLetterPage } from '../letters/get-letter-pages.ts';
import { refuseDestroyed } from '../letters/refuse-destroyed.ts';
import { recordView } from '../letters/record-view.ts';
import { narrowPage } from '../pdf/narrow-page.ts';
import { RecentCache } from '../recent-cache.ts';
import type { getIncomingPageEndpoint } from './contract.ts';
import { eventSubject } from './event-subject.ts';
import { loadIncoming } from './load-incoming.ts';
import { findScanPage } from './page-queries.ts';
import type { IncomingRow } from './queries.ts';

const narrowed = new RecentCache<Uint8Array>(160);

/**
 * One page as WebP, never wider than asked: of a scan the picture made at intake, of a letter of ours the page as the
 * letters feature draws it. Neither changes after receipt, so a page that is not R or SR may stay in the browser.
 */
export async function getIncomingPage(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getIncomingPageEndpoint>,
): Promise<FileReply> {
  const { incomingId, page, width } = input;
  const found = await read(deps, actor, async (tx) => {
    const { row } = await loadIncoming(tx, actor, incomingId);
    refuseDestroyed(row);
    return { ...row, sha256: row.letterId === null ? await openScan(tx, deps, actor, { row, page }) : '' };
  });
  const { letterId, sha256 } = found;
  const reply =
    letterId === null
      ? pageReply(page, await drawScan(deps, actor.agencyId, { sha256, width }))
      : await getLetterPage(deps, actor, { letterId, page, width });
  const isOpen = found.securityClass === 'B' || found.securityClass === 'T';
  return isOpen ? { ...reply, cacheControl: 'private, max-age=86400' } : reply;
}

/** Hash of the page's picture; its viewing is recorded as for a letter. */
async function openScan(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { row, page }: { row: IncomingRow; page: number },
): Promise<string> {
  const { agencyId } = actor;
  const scan = row.intakeId === null ? undefined : await findScanPage(tx, { agencyId, intakeId: row.intakeId, page });
  if (!scan) throw new AppError('not_found');
  const letter = { id: eventSubject(row), securityClass: row.securityClass };
  await recordView(tx, deps, actor, { letter, detail: { incomingId: row.id, page } });
  return scan.imageSha256;
}

function drawScan(
  deps: Deps,
  agencyId: string,
  { sha256, width }: { sha256: string; width: number },
): Promise<Uint8Array> {
  return narrowed.get(`${agencyId}:${sha256}:${width}`, async () =>
    narrowPage(await deps.files.read(agencyId, sha256), width),
  );
}

function pageReply(page: number, bytes: Uint8Array): FileReply {
  return { bytes, mediaType: 'image/webp', fileName: `halaman-${page}.webp`, disposition: 'inline' };
}
