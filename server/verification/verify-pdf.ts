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
    bytes: await deps.files.read(found.agencyId, openSha256(found)),
    mediaType: 'application/pdf',
    fileName: `${(found.letter.number ?? 'surat').replace(/\//gu, '-')}.pdf`,
    disposition: 'attachment',
  };
}

/** Names the signed bytes that anybody may read. @throws AppError `not_found` for T, R, SR, unsigned and destroyed letters */
export function openSha256({ letter, status }: Verifiable): string {
  if (letter.securityClass !== 'B' || status === 'in_progress' || status === 'destroyed')
    throw new AppError('not_found');
  if (letter.signedSha256 === null) throw new AppError('not_found');
  return letter.signedSha256;
}
