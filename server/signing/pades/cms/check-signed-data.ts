import { createHash, type X509Certificate } from 'node:crypto';
import { type HashName, OID } from '../der/oids.ts';
import { childrenOf, type DerNode, expectTag, oidOf } from '../der/read-der.ts';
import { readCertificate } from '../x509/read-certificate.ts';
import { hashOf, isSignatureGood, readAlgorithm } from './algorithms.ts';
import { isIdentifiedBy, type SignedData } from './read-signed-data.ts';

export type CmsProblem = 'content-changed' | 'signature-broken' | 'certificate-missing' | 'certificate-unbound';

export class CmsRejected extends Error {
  readonly problem: CmsProblem;
  constructor(problem: CmsProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface CmsExpectation {
  readonly digestOf: (hash: HashName) => Uint8Array;
  readonly contentType: string;
  /** PAdES and RFC 3161 demand the ESS attribute; plain PKCS#7 signatures may lack it. */
  readonly essRequired: boolean;
  /** Certificates that the CMS itself may have left out. */
  readonly pool?: readonly X509Certificate[];
}

function essHash(essCertId: DerNode | undefined, oid: string): { hash: string; value: Uint8Array } {
  const parts = childrenOf(essCertId, 0x30);
  const [first, second] = parts;
  if (oid === OID.signingCertificate) return { hash: 'sha1', value: expectTag(first, 0x04).content };
  if (first?.tag === 0x04) return { hash: 'sha256', value: first.content };
  return { hash: hashOf(readAlgorithm(first)), value: expectTag(second, 0x04).content };
}

function checkEss(signedData: SignedData, certificate: X509Certificate, required: boolean): void {
  const { signedAttributes } = signedData.signer;
  const oids = [OID.signingCertificateV2, OID.signingCertificate].filter((oid) => signedAttributes.has(oid));
  if (required && oids.length === 0) throw new CmsRejected('certificate-unbound');
  for (const oid of oids) {
    const [essCertId] = childrenOf(childrenOf(signedAttributes.get(oid), 0x30)[0], 0x30);
    const { hash, value } = essHash(essCertId, oid);
    const actual = createHash(hash).update(certificate.raw).digest();
    if (Buffer.compare(actual, value) !== 0) throw new CmsRejected('certificate-unbound');
  }
}

function findSigner(signedData: SignedData, pool: readonly X509Certificate[]): X509Certificate {
  const certificate = [...signedData.certificates, ...pool].find((candidate) =>
    isIdentifiedBy(signedData.signer.sid, candidate, readCertificate(candidate)),
  );
  if (certificate === undefined) throw new CmsRejected('certificate-missing');
  return certificate;
}

/** The signer's certificate, when content, attributes, binding and signature all agree. Says nothing about trust. */
export function checkSignedData(signedData: SignedData, expectation: CmsExpectation): X509Certificate {
  const { signer } = signedData;
  const announced = signer.signedAttributes.get(OID.contentType);
  if (oidOf(announced) !== expectation.contentType || signedData.contentType !== expectation.contentType) {
    throw new CmsRejected('signature-broken');
  }
  const stated = expectTag(signer.signedAttributes.get(OID.messageDigest), 0x04).content;
  const certificate = findSigner(signedData, expectation.pool ?? []);
  const good = isSignatureGood({
    algorithm: signer.signatureAlgorithm,
    digest: signer.digest,
    key: certificate.publicKey,
    signed: signer.signedAttributesDer,
    signature: signer.signature,
  });
  if (!good) throw new CmsRejected('signature-broken');
  checkEss(signedData, certificate, expectation.essRequired);
  if (Buffer.compare(expectation.digestOf(signer.digest), stated) !== 0) throw new CmsRejected('content-changed');
  return certificate;
}
