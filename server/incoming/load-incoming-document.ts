import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { findDocument } from '../letters/letter-document.ts';
import { refuseDestroyed } from '../letters/refuse-destroyed.ts';
import { joinPdf } from '../forms/join-pdf.ts';
import type { PageImage } from '../pdf/page-images.ts';
import { PdfOpenError } from '../pdf/open-pdf.ts';
import { listPageBlobs } from './desk-queries.ts';
import { type IncomingRow, listScanFiles } from './queries.ts';

/** Puts a sheet before the letter as it is read, for the printer; what came in is only read. */
export type JoinLetter = (sheet: Uint8Array) => Promise<Uint8Array>;

/**
 * Finds the letter's own pages: the signed PDF of a letter of ours, the PDF that came in, else the pictures of the scan.
 * Files are read later, outside the transaction.
 */
export async function loadIncomingDocument(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  row: IncomingRow,
): Promise<JoinLetter> {
  refuseDestroyed(row);
  if (row.letterId !== null) {
    const document = await findDocument(tx, deps, actor, row.letterId);
    return async (sheet) => joinPdf((await document.read()).bytes, [], sheet);
  }
  if (row.intakeId === null) return (sheet) => Promise.resolve(sheet);
  const { agencyId } = actor;
  const scan = { agencyId, intakeId: row.intakeId };
  const [file, ...others] = (await listScanFiles(tx, scan)).filter(({ mediaType }) => mediaType !== 'message/rfc822');
  const pages = await listPageBlobs(tx, scan);
  const readImages = () =>
    Promise.all(
      pages.map(async ({ sha256, ...page }): Promise<PageImage> => ({
        ...page,
        webp: await deps.files.read(agencyId, sha256),
      })),
    );
  return async (sheet) => {
    if (file?.mediaType === 'application/pdf' && others.length === 0)
      try {
        return await joinPdf(await deps.files.read(agencyId, file.sha256), [], sheet);
      } catch (error) {
        if (!(error instanceof PdfOpenError)) throw error;
      }
    return joinPdf(null, await readImages(), sheet);
  };
}
