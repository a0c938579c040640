import { X509Certificate } from 'node:crypto';
import { OID } from '../der/oids.ts';
import {
  childrenOf,
  DerMalformed,
  type DerNode,
  expectTag,
  integerHexOf,
  octetsOf,
  oidOf,
  readDer,
  smallIntegerOf,
} from '../der/read-der.ts';
import { tagged } from '../der/write-der.ts';
import { type Algorithm, hashOf, readAlgorithm } from './algorithms.ts';
import type { HashName } from '../der/oids.ts';

export type Attributes = ReadonlyMap<string, DerNode>;

export interface SignerInfo {
  readonly sid: DerNode;
  readonly digest: HashName;
  readonly signedAttributes: Attributes;
  /** As hashed: the SET, not the [0] that stands in the file. */
  readonly signedAttributesDer: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly unsignedAttributes: Attributes;
}

export interface SignedData {
  readonly contentType: string;
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly X509Certificate[];
  readonly signer: SignerInfo;
}

function readAttributes(node: DerNode | undefined): Attributes {
  const attributes = new Map<string, DerNode>();
  if (node === undefined) return attributes;
  for (const child of childrenOf(node)) {
    const [type, values, ...others] = childrenOf(child, 0x30);
    const oid = oidOf(type);
    const [value, ...more] = childrenOf(values, 0x31);
    if (value === undefined || more.length + others.length > 0) throw new DerMalformed('Attribute values');
    if (attributes.has(oid)) throw new DerMalformed('Attribute twice');
    attributes.set(oid, value);
  }
  return attributes;
}

function readSignerInfo(node: DerNode | undefined): SignerInfo {
  const [version, sid, digestAlgorithm, signed, ...rest] = childrenOf(node, 0x30);
  if (sid === undefined || signed === undefined || rest.length > 3) throw new DerMalformed('SignerInfo');
  if (smallIntegerOf(version) !== (sid.tag === 0x30 ? 1 : 3)) throw new DerMalformed('SignerInfo version');
  const unsigned = rest[2] === undefined ? undefined : expectTag(rest[2], 0xa1);
  return {
    sid,
    digest: hashOf(readAlgorithm(digestAlgorithm)),
    signedAttributes: readAttributes(expectTag(signed, 0xa0)),
    signedAttributesDer: tagged(0x31, signed.content),
    signatureAlgorithm: readAlgorithm(rest[0]),
    signature: octetsOf(rest[1]),
    unsignedAttributes: readAttributes(unsigned),
  };
}

function readCertificates(node: DerNode | undefined): X509Certificate[] {
  if (node === undefined) return [];
  const certificates = childrenOf(node);
  if (certificates.length > 50) throw new DerMalformed('Too many certificates');
  return certificates.map(({ raw }) => new X509Certificate(raw));
}

function readContent(node: DerNode | undefined): Pick<SignedData, 'contentType' | 'content'> {
  const [type, wrapped, ...others] = childrenOf(node, 0x30);
  if (others.length > 0) throw new DerMalformed('Content');
  const content = wrapped === undefined ? undefined : octetsOf(childrenOf(wrapped, 0xa0)[0]);
  return { contentType: oidOf(type), content };
}

/** SignedData with exactly one signer. Throws `DerMalformed` or `AlgorithmUnsupported`. */
export function readSignedData(contentInfo: Uint8Array): SignedData {
  const [type, wrapped, ...others] = childrenOf(readDer(contentInfo), 0x30);
  if (oidOf(type) !== OID.signedData || others.length > 0) throw new DerMalformed('Not SignedData');
  const [signedData, ...beside] = childrenOf(wrapped, 0xa0);
  const [version, digests, encapsulated, ...rest] = childrenOf(signedData, 0x30);
  const [signerInfo, ...more] = childrenOf(rest.at(-1), 0x31);
  if (more.length + beside.length > 0 || rest.length > 3) throw new DerMalformed('One signer expected');
  const content = readContent(encapsulated);
  const signer = readSignerInfo(signerInfo);
  const expectedVersion = content.contentType === OID.data && signer.sid.tag === 0x30 ? 1 : 3;
  if (smallIntegerOf(version) !== expectedVersion) throw new DerMalformed('SignedData version');
  const announced = childrenOf(digests, 0x31).map((node) => hashOf(readAlgorithm(node)));
  if (!announced.includes(signer.digest)) throw new DerMalformed('Digest not announced');
  return { ...content, certificates: readCertificates(rest.slice(0, -1).find(({ tag }) => tag === 0xa0)), signer };
}

/** Whether the SignerInfo's identifier means this certificate. */
export function isIdentifiedBy(
  sid: DerNode,
  certificate: { readonly serialNumber: string },
  facts: { readonly issuerDer: Uint8Array; readonly subjectKeyIdentifier: Uint8Array | undefined },
): boolean {
  if (sid.tag === 0x80) return Buffer.compare(facts.subjectKeyIdentifier ?? new Uint8Array(), sid.content) === 0;
  const [issuer, serial] = childrenOf(sid, 0x30);
  if (issuer === undefined || Buffer.compare(issuer.raw, facts.issuerDer) !== 0) return false;
  return integerHexOf(serial) === certificate.serialNumber;
}
