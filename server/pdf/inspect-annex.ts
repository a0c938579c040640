import { AnnexError, ANNEX_LIMITS } from './annex-error.ts';
import { annexKind, type AnnexKind } from './annex-kind.ts';
import { runAnnexProcess } from './run-annex-process.ts';

export interface AnnexFacts {
  readonly kind: AnnexKind;
  readonly pageCount: number;
}

/**
 * Says what an uploaded annex is, or why it cannot be one. The file is parsed in a child process.
 * @throws AnnexError
 */
export async function inspectAnnex(bytes: Uint8Array): Promise<AnnexFacts> {
  const kind = acceptAnnex(bytes);
  const { pageCount } = await runAnnexProcess({ task: 'count', kind, bytes });
  return { kind, pageCount };
}

/** Size and first bytes only. @throws AnnexError */
export function acceptAnnex(bytes: Uint8Array): AnnexKind {
  if (bytes.length > ANNEX_LIMITS.sizeBytes) throw new AnnexError('too_large');
  const kind = annexKind(bytes);
  if (kind === null) throw new AnnexError('not_a_document');
  return kind;
}
