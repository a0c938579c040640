import { createHash, X509Certificate } from 'node:crypto';
import { isSignatureGood, readAlgorithm } from '../cms/algorithms.ts';
import { OID } from '../der/oids.ts';
import {
  bitsOf,
  childrenOf,
  DerMalformed,
  type DerNode,
  expectTag,
  integerHexOf,
  octetsOf,
  oidOf,
  readDer,
  smallIntegerOf,
  timeOf,
} from '../der/read-der.ts';
import { isIssuedBy } from './build-chain.ts';
import { KEY_USAGE, readCertificate, readExtensions } from './read-certificate.ts';

/** What one list or response, its signature checked, says about one certificate. */
export interface RevocationFact {
  readonly revokedAt: Date | undefined;
  readonly validUntil: Date;
}

export interface CertificateAndIssuer {
  readonly certificate: X509Certificate;
  readonly issuer: X509Certificate;
}

interface SignedBody {
  readonly body: DerNode;
  readonly algorithm: DerNode | undefined;
  readonly signature: DerNode | undefined;
}

function isSignedBy({ body, algorithm, signature }: SignedBody, signer: X509Certificate): boolean {
  return isSignatureGood({
    algorithm: readAlgorithm(algorithm),
    key: signer.publicKey,
    signed: body.raw,
    signature: bitsOf(signature),
  });
}

function isTime(node: DerNode | undefined): boolean {
  return node?.tag === 0x17 || node?.tag === 0x18;
}

interface CrlFields {
  readonly issuerDer: Uint8Array;
  readonly nextUpdate: Date;
  readonly entries: readonly DerNode[];
  readonly extensions: DerNode | undefined;
}

function readCrlFields(body: DerNode): CrlFields {
  const parts = childrenOf(body, 0x30);
  const from = parts[0]?.tag === 0x02 ? 1 : 0;
  const nextUpdate = parts[from + 3];
  const rest = parts.slice(from + 4);
  if (!isTime(nextUpdate)) throw new DerMalformed('CRL without end');
  const list = rest.find(({ tag }) => tag === 0x30);
  return {
    issuerDer: expectTag(parts[from + 1], 0x30).raw,
    nextUpdate: timeOf(nextUpdate),
    entries: list === undefined ? [] : childrenOf(list),
    extensions: rest.find(({ tag }) => tag === 0xa0),
  };
}

/** Undefined when the list is another issuer's, or of a kind (delta, partitioned) that does not answer for everybody. */
function fromCrl(der: Uint8Array, { certificate, issuer }: CertificateAndIssuer): RevocationFact | undefined {
  const [body, algorithm, signature] = childrenOf(readDer(der), 0x30);
  if (body === undefined) return undefined;
  const issuerFacts = readCertificate(issuer);
  const fields = readCrlFields(body);
  const mayList = issuerFacts.keyUsage?.has(KEY_USAGE.crlSign) ?? true;
  if (!mayList || Buffer.compare(fields.issuerDer, issuerFacts.subjectDer) !== 0) return undefined;
  if (readExtensions(fields.extensions).some(({ critical }) => critical)) return undefined;
  if (!isSignedBy({ body, algorithm, signature }, issuer)) return undefined;
  const entry = fields.entries
    .map((node) => childrenOf(node, 0x30))
    .find(([serial]) => integerHexOf(serial) === certificate.serialNumber);
  return { revokedAt: entry === undefined ? undefined : timeOf(entry[1]), validUntil: fields.nextUpdate };
}

/** The certificate issuer itself, or a responder it issued for this purpose (RFC 6960 4.2.2.2). */
function isResponder(candidate: X509Certificate, issuer: X509Certificate): boolean {
  if (candidate.fingerprint256 === issuer.fingerprint256) return true;
  const isMeant = readCertificate(candidate).extendedKeyUsage?.includes(OID.ekuOcspSigning) ?? false;
  return isMeant && isIssuedBy(candidate, issuer);
}

function matchesCertId(certId: DerNode | undefined, { certificate, issuer }: CertificateAndIssuer): boolean {
  const [algorithm, nameHash, keyHash, serial] = childrenOf(certId, 0x30);
  if (integerHexOf(serial) !== certificate.serialNumber) return false;
  const names = new Map<string, string>([
    [OID.sha1, 'sha1'],
    [OID.sha256, 'sha256'],
  ]);
  const hash = names.get(readAlgorithm(algorithm).oid);
  if (hash === undefined) return false;
  const facts = readCertificate(issuer);
  return (
    Buffer.compare(digest(hash, facts.subjectDer), octetsOf(nameHash)) === 0 &&
    Buffer.compare(digest(hash, facts.publicKeyBits), octetsOf(keyHash)) === 0
  );
}

function digest(hash: string, bytes: Uint8Array): Buffer {
  return createHash(hash).update(bytes).digest();
}

function readSingle(single: readonly DerNode[]): RevocationFact | undefined {
  const [, status, thisUpdate, ...rest] = single;
  const until = rest.find(({ tag }) => tag === 0xa0);
  const validUntil = until === undefined ? timeOf(thisUpdate) : timeOf(childrenOf(until)[0]);
  if (status?.tag === 0x80) return { revokedAt: undefined, validUntil };
  if (status?.tag === 0xa1) return { revokedAt: timeOf(childrenOf(status)[0]), validUntil };
  return undefined;
}

function fromOcsp(der: Uint8Array, question: CertificateAndIssuer): RevocationFact | undefined {
  const [status, wrapped] = childrenOf(readDer(der), 0x30);
  if (status?.tag !== 0x0a || smallIntegerOf({ ...status, tag: 0x02 }) !== 0) return undefined;
  const [type, basic] = childrenOf(childrenOf(wrapped, 0xa0)[0], 0x30);
  if (oidOf(type) !== OID.ocspBasic) return undefined;
  const [body, algorithm, signature, bag] = childrenOf(readDer(octetsOf(basic)), 0x30);
  if (body === undefined) return undefined;
  const sent = bag === undefined ? [] : childrenOf(childrenOf(bag)[0]).map(({ raw }) => new X509Certificate(raw));
  const responders = [question.issuer, ...sent].filter((candidate) => isResponder(candidate, question.issuer));
  const signed = { body, algorithm, signature };
  if (!responders.some((responder) => isSignedBy(signed, responder))) return undefined;
  const singles = childrenOf(childrenOf(body, 0x30).find(({ tag }) => tag === 0x30)).map((node) =>
    childrenOf(node, 0x30),
  );
  const single = singles.find(([certId]) => matchesCertId(certId, question));
  return single === undefined ? undefined : readSingle(single);
}

export interface RevocationSources {
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** Every usable statement about the certificate; lists and responses that cannot be read or trusted are passed over. */
export function readRevocations(question: CertificateAndIssuer, sources: RevocationSources): RevocationFact[] {
  const ask = (read: typeof fromCrl) => (der: Uint8Array) => {
    try {
      return read(der, question) ?? [];
    } catch {
      return [];
    }
  };
  return [...sources.crls.flatMap(ask(fromCrl)), ...sources.ocsps.flatMap(ask(fromOcsp))];
}
