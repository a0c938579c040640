import type { InputOf } from '../contract.ts';
import type { Deps, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import { RecentCache } from '../recent-cache.ts';
import type { verifyPageEndpoint } from './contract.ts';
import { loadByCode } from './load-by-code.ts';
import { openSha256 } from './verify-pdf.ts';

const SCREEN_DPI = 110;
const pictures = new RecentCache<Uint8Array>(80);

export async function verifyPage(
  deps: Deps,
  visitor: Visitor,
  input: InputOf<typeof verifyPageEndpoint>,
): Promise<FileReply> {
  const found = await loadByCode(deps, visitor, input.code);
  const sha256 = openSha256(found);
  const bytes = await pictures.get(`${found.agencyId}:${sha256}:${input.page}`, async () => {
    const pdf = await deps.files.read(found.agencyId, sha256);
    const [image] = await deps.pdf.renderPages(pdf, { dpi: SCREEN_DPI, pages: [input.page] });
    if (!image) throw new AppError('not_found');
    return image.webp;
  });
  return {
    bytes,
    mediaType: 'image/webp',
    fileName: `halaman-${input.page}.webp`,
    disposition: 'inline',
    cacheControl: 'private, max-age=300',
  };
}
