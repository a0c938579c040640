import { X509Certificate } from 'node:crypto';
import type { InputOf } from '../contract.ts';
import type { Deps, Visitor } from '../deps.ts';
import type { Verification, verifyEndpoint } from './contract.ts';
import { loadByCode, type Verifiable } from './load-by-code.ts';
import type { VerifiedLetter } from './queries.ts';

/** The public page of a letter. Unknown codes, drafts and withdrawn letters all answer the same 404. */
export async function verify(
  deps: Deps,
  visitor: Visitor,
  input: InputOf<typeof verifyEndpoint>,
): Promise<Verification> {
  return describe(await loadByCode(deps, visitor, input.code));
}

function describe({ letter, status, shortCode }: Verifiable): Verification {
  const isOpen = letter.securityClass === 'B';
  return {
    status,
    number: letter.number ?? '',
    letterDate: letter.letterDate ?? '',
    type: letter.type,
    subject: isOpen || letter.type === 'arsip' ? letter.subject : null,
    agencyName: letter.agencyName,
    unitName: letter.unitName,
    signatoryName: letter.signatoryName ?? '',
    signatoryTitle: letter.signatoryTitle ?? '',
    ...(status === 'in_progress' ? NOT_SIGNED_YET : signedFacts(letter)),
    shortCode,
    canDownload: status !== 'in_progress' && status !== 'destroyed' && isOpen,
    isDemo: letter.isDemo,
    issuer: letter.certificatePem === null ? null : issuerName(letter.certificatePem),
    signatories: letter.signatories,
    destroyed: letter.isDestroyed ? { minutesNumber: letter.minutesNumber, minutesDate: letter.minutesDate } : null,
  };
}

type SignedFacts = Pick<Verification, 'signedAt' | 'timestampAt' | 'level' | 'sha256' | 'pageCount' | 'sizeBytes'>;

const NOT_SIGNED_YET: SignedFacts = {
  signedAt: null,
  timestampAt: null,
  level: null,
  sha256: null,
  pageCount: null,
  sizeBytes: null,
};

function signedFacts(letter: VerifiedLetter): SignedFacts {
  return {
    signedAt: letter.signedAt,
    timestampAt: letter.timestampTime,
    level: letter.signatureLevel,
    sha256: letter.signedSha256,
    pageCount: letter.pageCount,
    sizeBytes: letter.signedSizeBytes,
  };
}

function issuerName(pem: string): string | null {
  return /^CN=(.+)$/mu.exec(new X509Certificate(pem).issuer)?.[1] ?? null;
}
