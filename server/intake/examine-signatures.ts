import type { Deps } from '../deps.ts';
import { examineFile } from '../verification/examine-file.ts';
import type { IntakeVerdict } from './contract.ts';

/**
 * Verdict over the first PDF of an item that carries signatures, or that is a letter of ours; null when there is none.
 * @throws AppError `unavailable`
 */
export async function examineSignatures(
  deps: Deps,
  files: readonly { ordinal: number; mediaType: string; bytes: Uint8Array }[],
): Promise<IntakeVerdict | null> {
  for (const { ordinal, mediaType, bytes } of files) {
    if (mediaType !== 'application/pdf') continue;
    const { verdict, reason, signatures } = await examineFile(deps, bytes);
    if (signatures.length === 0 && verdict !== 'identical') continue;
    return { verdict: verdict === 'identical' ? 'valid' : verdict, reason, fileOrdinal: ordinal, signatures };
  }
  return null;
}
