import type { InputOf } from '../contract.ts';
import type { Deps, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { verifyPageEndpoint } from './contract.ts';
import { loadByCode } from './load-by-code.ts';
import { readOpenPdf } from './verify-pdf.ts';

const SCREEN_DPI = 110;

export async function verifyPage(
  deps: Deps,
  visitor: Visitor,
  input: InputOf<typeof verifyPageEndpoint>,
): Promise<FileReply> {
  const found = await loadByCode(deps, visitor, input.code);
  const pdf = await readOpenPdf(deps, found);
  const [image] = await deps.pdf.renderPages(pdf, { dpi: SCREEN_DPI, pages: [input.page] });
  if (!image) throw new AppError('not_found');
  return {
    bytes: image.webp,
    mediaType: 'image/webp',
    fileName: `halaman-${input.page}.webp`,
    disposition: 'inline',
    cacheControl: 'private, max-age=300',
  };
}
