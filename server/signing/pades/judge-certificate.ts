import type { X509Certificate } from 'node:crypto';
import { OID } from './der/oids.ts';
import type { Verdict } from './report.ts';
import { buildChain, type Chain, type ChainProblem, isChain } from './x509/build-chain.ts';
import { KEY_USAGE, readCertificate } from './x509/read-certificate.ts';
import { readRevocations, type RevocationSources } from './x509/read-revocations.ts';

export interface Trust extends RevocationSources {
  readonly anchors: readonly X509Certificate[];
  readonly pool: readonly X509Certificate[];
}

export interface CertificateQuestion {
  readonly certificate: X509Certificate;
  readonly certificates: readonly X509Certificate[];
  /** When the certificate was used, as far as anything proves it. */
  readonly at: Date;
  /** Whether a timestamp proves `at`; without one a later revocation or expiry counts against the signature. */
  readonly isProven: boolean;
}

export interface CertificateJudgement {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly chainOk: boolean;
  readonly revoked?: boolean;
}

const FOREIGN_PURPOSES = new Set<string>([
  OID.ekuTimestamping,
  OID.ekuOcspSigning,
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.3',
]);

/** Whether the key may sign documents: usage bits, and not a certificate for servers, code, timestamps or OCSP alone. */
export function maySignDocuments(certificate: X509Certificate): boolean {
  const { keyUsage, extendedKeyUsage } = readCertificate(certificate);
  const signs =
    keyUsage === undefined || [KEY_USAGE.digitalSignature, KEY_USAGE.nonRepudiation].some((bit) => keyUsage.has(bit));
  return signs && !(extendedKeyUsage?.every((purpose) => FOREIGN_PURPOSES.has(purpose)) ?? false);
}

function chainFailure({ problem }: ChainProblem, isProven: boolean): CertificateJudgement {
  switch (problem) {
    case 'untrusted':
      return {
        verdict: 'unknown',
        reason: 'Penerbit sertifikat tidak ada dalam daftar yang dipercaya.',
        chainOk: false,
      };
    case 'unsupported':
      return { verdict: 'unknown', reason: 'Sertifikat memuat syarat yang tidak dikenal.', chainOk: false };
    case 'not-yet-valid':
      return { verdict: 'invalid', reason: 'Sertifikat belum berlaku pada waktu penandatanganan.', chainOk: false };
    case 'expired':
      return isProven
        ? { verdict: 'invalid', reason: 'Sertifikat sudah kedaluwarsa pada waktu penandatanganan.', chainOk: false }
        : {
            verdict: 'unknown',
            reason: 'Sertifikat kedaluwarsa dan tidak ada stempel waktu yang membuktikan waktunya.',
            chainOk: false,
          };
  }
}

/** True: revoked when used. False: a statement that reaches that far says it was not. Undefined: nobody says. */
function wasRevoked(chain: Chain, index: number, question: CertificateQuestion, trust: Trust): boolean | undefined {
  const [certificate, issuer] = [chain[index], chain[index + 1]];
  if (certificate === undefined || issuer === undefined) return undefined;
  const facts = readRevocations({ certificate, issuer }, trust);
  if (facts.some(({ revokedAt }) => revokedAt !== undefined && revokedAt <= question.at)) return true;
  return facts.some(({ validUntil }) => validUntil >= question.at) ? false : undefined;
}

export function judgeCertificate(question: CertificateQuestion, trust: Trust): CertificateJudgement {
  const pool = [...question.certificates, ...trust.pool];
  const chain = buildChain({ certificate: question.certificate, pool, anchors: trust.anchors, at: question.at });
  if (!isChain(chain)) return chainFailure(chain, question.isProven);
  const answers = chain.map((_certificate, index) => wasRevoked(chain, index, question, trust));
  if (answers.includes(true)) {
    return { verdict: 'invalid', reason: 'Sertifikat telah dicabut.', chainOk: true, revoked: true };
  }
  return { verdict: 'valid', chainOk: true, ...(answers[0] === undefined ? {} : { revoked: false }) };
}
