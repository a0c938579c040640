import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getLetterPageEndpoint, getLetterPagesEndpoint } from './contract.ts';
import { findDocument } from './letter-document.ts';
import { RecentCache } from '../recent-cache.ts';
import { recordView } from './record-view.ts';

const A4_WIDTH_INCHES = 210 / 25.4;
const pictures = new RecentCache<Uint8Array>(160);

export async function getLetterPages(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getLetterPagesEndpoint>,
): Promise<OutputOf<typeof getLetterPagesEndpoint>> {
  const document = await read(deps, actor, (tx) => findDocument(tx, deps, actor, input.letterId));
  const { pageCount, letterPages } = await document.read();
  return { letterPages, annexPages: pageCount - letterPages, etag: document.etag.slice(0, 32) };
}

/** One page as WebP. The address carries the etag (`v`), so a page that is not R or SR may stay in the browser. */
export async function getLetterPage(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getLetterPageEndpoint>,
): Promise<FileReply> {
  const document = await read(deps, actor, async (tx) => {
    const found = await findDocument(tx, deps, actor, input.letterId);
    const letter = { id: input.letterId, securityClass: found.securityClass };
    await recordView(tx, deps, actor, { letter, detail: { page: input.page } });
    return found;
  });
  const dpi = Math.min(200, Math.max(36, Math.round(input.width / A4_WIDTH_INCHES)));
  const bytes = await pictures.get(`${actor.agencyId}:${document.etag}:${input.page}:${dpi}`, async () => {
    const { bytes: pdf } = await document.read();
    const [image] = await deps.pdf.renderPages(pdf, { dpi, pages: [input.page] });
    if (!image) throw new AppError('not_found');
    return image.webp;
  });
  const isCurrent = input.v !== undefined && document.etag.startsWith(input.v) && input.v.length >= 16;
  const isOpen = document.securityClass === 'B' || document.securityClass === 'T';
  return {
    bytes,
    mediaType: 'image/webp',
    fileName: `halaman-${input.page}.webp`,
    disposition: 'inline',
    ...(isCurrent && isOpen ? { cacheControl: 'private, max-age=86400' } : {}),
  };
}
