import type { Deps } from '../deps.ts';
import type { VerificationReport } from '../signing/pades/report.ts';
import { verifyInChild } from '../signing/pades/verify-in-child.ts';
import { jsonEntry } from './package-entry.ts';
import type { PackageEntry, RecordFacts } from './record-metadata.ts';
import { writeValidationHtml } from './write-validation-html.ts';

const CHILD_LIMITS = { timeoutMs: 15_000, memoryMb: 512 };

export interface Validation {
  signatures: RecordFacts['signatures'];
  entries: PackageEntry[];
}

/** Checks the signatures of a PDF now, and puts the result into the package for people and for programs. */
export async function validateSignatures(
  deps: Pick<Deps, 'trust' | 'now'>,
  pdf: Uint8Array,
  fileName: string,
): Promise<Validation> {
  const checkedAt = deps.now();
  const [trustAnchors, crl] = await Promise.all([deps.trust.anchors(), deps.trust.crls()]);
  const report = await verifyInChild(pdf, { trustAnchors, crl, now: checkedAt }, CHILD_LIMITS);
  return {
    signatures: report.signatures
      .filter(({ kind }) => kind === 'signature')
      .map((signature) => ({
        signer: signature.name,
        issuer: signature.issuer,
        signedAt: timeOf(signature),
        verdict: signature.verdict,
      })),
    entries: [
      jsonEntry('tanda-tangan/laporan-validasi.json', 'validation', () => ({
        fileName,
        checkedAt: checkedAt.toISOString(),
        ...report,
      })),
      {
        path: 'tanda-tangan/laporan-validasi.html',
        fileName: 'laporan-validasi.html',
        role: 'validation',
        mediaType: 'text/html',
        read: () => Promise.resolve(Buffer.from(writeValidationHtml({ fileName, checkedAt, report }))),
      },
    ],
  };
}

export function timeOf(signature: VerificationReport['signatures'][number]): string | null {
  return (signature.signedAt ?? signature.claimedAt)?.toISOString() ?? null;
}
