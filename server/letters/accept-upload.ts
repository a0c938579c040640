import { AppError, type ErrorCode } from '../errors.ts';
import { AnnexError, type AnnexErrorCode } from '../pdf/annex-error.ts';
import { inspectAnnex } from '../pdf/inspect-annex.ts';

const REFUSALS: Record<AnnexErrorCode, ErrorCode> = {
  not_a_document: 'annex_not_document',
  encrypted: 'annex_encrypted',
  damaged: 'annex_damaged',
  too_large: 'annex_too_large',
  too_many_pages: 'annex_too_many_pages',
};
const MEDIA_TYPES = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' } as const;

/** What an uploaded PDF or picture is, parsed in a child process. @throws AppError `annex_...` */
export async function acceptUpload(bytes: Uint8Array): Promise<{ mediaType: string; pageCount: number }> {
  try {
    const { kind, pageCount } = await inspectAnnex(bytes);
    return { mediaType: MEDIA_TYPES[kind], pageCount };
  } catch (error) {
    if (error instanceof AnnexError) throw new AppError(REFUSALS[error.code], { detail: error.message });
    throw error;
  }
}

/** The name of an upload as it may be shown and sent in a header. */
export function cleanFileName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ').trim();
  return clean.slice(0, 200) || 'lampiran';
}
