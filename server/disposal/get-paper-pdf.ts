import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import { RecentCache } from '../recent-cache.ts';
import type { getPaperPageEndpoint, getPaperPdfEndpoint } from './contract.ts';
import { loadDisposal } from './load-disposal.ts';
import { findPaper, type PaperRow } from './paper-queries.ts';
import { PAPER_TITLES } from './paper-signers.ts';

const SCREEN_DPI = 110;
const pictures = new RecentCache<Uint8Array>(80);

/** The newest bytes; every download is an event. */
export async function getPaperPdf(
  deps: Deps,
  actor: DeskActor,
  { paperId }: InputOf<typeof getPaperPdfEndpoint>,
): Promise<FileReply> {
  const paper = await read(deps, actor, async (tx) => {
    const found = await loadPaper(tx, deps, actor, paperId);
    const detail = { disposalId: found.disposalId, paperId, sha256: found.sha256 };
    await recordEvents(tx, deps, actor, [{ action: 'disposal.downloaded', detail }]);
    return found;
  });
  const name = `${PAPER_TITLES[paper.kind]} ${paper.number}`.replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return {
    bytes: await deps.files.read(actor.agencyId, paper.sha256),
    mediaType: 'application/pdf',
    fileName: `${name}.pdf`,
    disposition: 'attachment',
  };
}

export async function getPaperPage(
  deps: Deps,
  actor: DeskActor,
  { paperId, page }: InputOf<typeof getPaperPageEndpoint>,
): Promise<FileReply> {
  const { agencyId } = actor;
  const { sha256 } = await read(deps, actor, (tx) => loadPaper(tx, deps, actor, paperId));
  const bytes = await pictures.get(`${agencyId}:${sha256}:${page}`, async () => {
    const pdf = await deps.files.read(agencyId, sha256);
    const [image] = await deps.pdf.renderPages(pdf, { dpi: SCREEN_DPI, pages: [page] });
    if (!image) throw new AppError('not_found');
    return image.webp;
  });
  return { bytes, mediaType: 'image/webp', fileName: `halaman-${page}.webp`, disposition: 'inline' };
}

async function loadPaper(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  paperId: string,
): Promise<PaperRow & { sha256: string }> {
  const paper = await findPaper(tx, { agencyId: actor.agencyId, paperId });
  if (!paper || paper.status === 'void' || paper.sha256 === null) throw new AppError('not_found');
  await loadDisposal(tx, deps, actor, { disposalId: paper.disposalId });
  return { ...paper, sha256: paper.sha256 };
}
