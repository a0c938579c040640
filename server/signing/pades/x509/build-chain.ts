import type { X509Certificate } from 'node:crypto';
import { OID } from '../der/oids.ts';
import { type CertificateFacts, KEY_USAGE, readCertificate } from './read-certificate.ts';

export interface ChainProblem {
  readonly problem: 'untrusted' | 'expired' | 'not-yet-valid' | 'unsupported';
}

/** From the certificate asked about up to the trust anchor. */
export type Chain = readonly X509Certificate[];

export interface ChainRequest {
  readonly certificate: X509Certificate;
  /** Candidates for the middle of the chain, from anywhere: nothing in them is believed. */
  readonly pool: readonly X509Certificate[];
  readonly anchors: readonly X509Certificate[];
  readonly at: Date;
}

const MAX_LENGTH = 6;

const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
]);

function timeProblem(facts: CertificateFacts, at: Date): ChainProblem | undefined {
  if (at < facts.validFrom) return { problem: 'not-yet-valid' };
  if (at > facts.validTo) return { problem: 'expired' };
  return undefined;
}

function checkOne(certificate: X509Certificate, at: Date): ChainProblem | undefined {
  const facts = readCertificate(certificate);
  if (facts.criticalExtensions.some((oid) => !UNDERSTOOD.has(oid))) return { problem: 'unsupported' };
  return timeProblem(facts, at);
}

function mayIssue(facts: CertificateFacts, casBelow: number): boolean {
  const allowed = facts.keyUsage?.has(KEY_USAGE.keyCertSign) ?? true;
  return facts.ca && allowed && (facts.pathLength ?? MAX_LENGTH) >= casBelow;
}

/** Whether `issuer` may issue, and by name and signature did issue, `certificate`. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate, casBelow = 0): boolean {
  const facts = readCertificate(issuer);
  if (!mayIssue(facts, casBelow)) return false;
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/**
 * Path validation of RFC 5280 6.1 without name constraints and policies: a critical extension outside the four
 * understood here ends in `unsupported`.
 */
export function buildChain(request: ChainRequest): Chain | ChainProblem {
  const anchorPrints = new Set(request.anchors.map((anchor) => anchor.fingerprint256));
  const chain: X509Certificate[] = [request.certificate];
  for (;;) {
    const last = chain.at(-1);
    if (last === undefined || chain.length > MAX_LENGTH) return { problem: 'untrusted' };
    const problem = checkOne(last, request.at);
    if (problem !== undefined) return problem;
    if (anchorPrints.has(last.fingerprint256)) return chain;
    const issuer = [...request.anchors, ...request.pool].find(
      (candidate) => !chain.includes(candidate) && isIssuedBy(last, candidate, chain.length - 1),
    );
    if (issuer === undefined) return { problem: 'untrusted' };
    chain.push(issuer);
  }
}

export function isChain(result: Chain | ChainProblem): result is Chain {
  return Array.isArray(result);
}
