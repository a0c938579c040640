import type { InputOf } from '../contract.ts';
import type { Deps, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { verifyPdfEndpoint } from './contract.ts';
import { loadByCode, type Verifiable } from './load-by-code.ts';

/** The signed bytes of an open letter; a revoked letter stays readable, its page says that it is revoked. */
export async function verifyPdf(
  deps: Deps,
  visitor: Visitor,
  input: InputOf<typeof verifyPdfEndpoint>,
): Promise<FileReply> {
  const found = await loadByCode(deps, visitor, input.code);
  return {
    bytes: await readOpenPdf(deps, found),
    mediaType: 'application/pdf',
    fileName: `${(found.letter.number ?? 'surat').replace(/\//gu, '-')}.pdf`,
    disposition: 'attachment',
  };
}

/** @throws AppError `not_found` for T, R, SR and for letters without signed bytes */
export function readOpenPdf(deps: Deps, { agencyId, letter, status }: Verifiable): Promise<Uint8Array> {
  if (letter.securityClass !== 'B' || status === 'in_progress' || letter.signedSha256 === null)
    throw new AppError('not_found');
  return deps.files.read(agencyId, letter.signedSha256);
}
