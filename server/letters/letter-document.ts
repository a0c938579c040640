import { createHash } from 'node:crypto';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { makeUnsignedPdf } from '../signing/make-unsigned-pdf.ts';
import type { LetterSheet } from '../pdf/letter-sheet.ts';
import type { SecurityClass } from './contract.ts';
import { buildSheet } from './letter-sheet-of.ts';
import { loadReadable } from './load-letter.ts';
import { refuseDestroyed } from './refuse-destroyed.ts';
import { listAnnexes } from './part-queries.ts';
import { RecentCache } from '../recent-cache.ts';

/** The letter as one PDF at this moment: the signed bytes, or what would be signed. */
export interface LetterDocument {
  /** Changes whenever the bytes may have changed. */
  etag: string;
  isSigned: boolean;
  fileName: string;
  securityClass: SecurityClass;
  read(): Promise<{ bytes: Uint8Array; pageCount: number; letterPages: number }>;
}

const unsigned = new RecentCache<{ bytes: Uint8Array; pageCount: number; letterPages: number }>(24);

/** Finds the document this desk may read; typesetting happens later, outside the transaction. */
export async function findDocument(tx: Tx, deps: Deps, actor: DeskActor, letterId: string): Promise<LetterDocument> {
  const { letter } = await loadReadable(tx, actor, letterId);
  refuseDestroyed(letter);
  const key = { agencyId: actor.agencyId, letterId };
  const annexes = await listAnnexes(tx, key);
  const fileName = fileNameOf(letter.number ?? letter.subject);
  if (letter.signedSha256 !== null) {
    const sha256 = letter.signedSha256;
    const pageCount = letter.pageCount ?? 1;
    const annexPages = annexes.reduce((sum, annex) => sum + annex.pageCount, 0);
    return {
      etag: sha256,
      isSigned: true,
      fileName,
      securityClass: letter.securityClass,
      read: async () => ({
        bytes: await deps.files.read(actor.agencyId, sha256),
        pageCount,
        letterPages: Math.max(1, pageCount - annexPages),
      }),
    };
  }
  const isClose = letter.status === 'ready_to_sign' || letter.status === 'signing';
  const sheet = await buildSheet(tx, deps, key, {
    stage: isClose ? 'to_sign' : 'draft',
    ...(letter.number ? { number: letter.number } : {}),
  });
  const hashes = annexes.map((annex) => annex.sha256);
  const etag = createHash('sha256')
    .update(JSON.stringify([sheet, hashes]))
    .digest('hex');
  return {
    etag,
    isSigned: false,
    fileName: `KONSEP ${fileName}`,
    securityClass: letter.securityClass,
    read: () =>
      unsigned.get(etag, () => typeset(deps, actor.agencyId, { sheet, hashes, at: new Date(letter.updatedAt) })),
  };
}

async function typeset(
  deps: Deps,
  agencyId: string,
  source: { sheet: LetterSheet; hashes: readonly string[]; at: Date },
): Promise<{ bytes: Uint8Array; pageCount: number; letterPages: number }> {
  const annexes = await Promise.all(source.hashes.map((sha256) => deps.files.read(agencyId, sha256)));
  const alone = await deps.pdf.typeset(source.sheet, { creationDate: source.at, conformance: 'a-2b' });
  if (annexes.length === 0) return { bytes: alone.pdf, pageCount: alone.pageCount, letterPages: alone.pageCount };
  const whole = await makeUnsignedPdf(deps, source.sheet, annexes, source.at);
  return { bytes: whole.pdf, pageCount: whole.pageCount, letterPages: alone.pageCount };
}

function fileNameOf(title: string): string {
  const clean = title
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80);
  return `${clean === '' ? 'surat' : clean}.pdf`;
}
