import { createHash, type X509Certificate } from 'node:crypto';
import { OID } from '../der/oids.ts';
import { childrenOf, expectTag, readDer } from '../der/read-der.ts';
import { explicit, integer, objectIdentifier, octetString, sequence, setOf, tagged } from '../der/write-der.ts';
import { readCertificate } from '../x509/read-certificate.ts';
import { sha256Algorithm, signatureAlgorithmOf } from './algorithms.ts';

export interface SignedDataParts {
  /** Absent: the signature is detached. */
  readonly content?: Uint8Array;
  readonly contentType: string;
  readonly signedAttributes: Uint8Array;
  readonly signature: Uint8Array;
  readonly certificate: X509Certificate;
  /** What goes into the certificates field; may be empty (RFC 3161 without certReq). */
  readonly certificates: readonly X509Certificate[];
}

export function attribute(oid: string, value: Uint8Array): Buffer {
  return sequence(objectIdentifier(oid), setOf(value));
}

/** The DER SET that is hashed and signed: content type, digest and ESS signing-certificate-v2 (RFC 5035), no signing time. */
export function writeSignedAttributes(contentType: string, digest: Uint8Array, certificate: X509Certificate): Buffer {
  const certificateHash = createHash('sha256').update(certificate.raw).digest();
  const essCertificates = sequence(sequence(octetString(certificateHash)));
  return setOf(
    attribute(OID.contentType, objectIdentifier(contentType)),
    attribute(OID.messageDigest, octetString(digest)),
    attribute(OID.signingCertificateV2, sequence(essCertificates)),
  );
}

function writeSignerInfo(parts: SignedDataParts): Buffer {
  const { issuerDer } = readCertificate(parts.certificate);
  const serial = integer(Buffer.from(parts.certificate.serialNumber, 'hex'));
  return sequence(
    integer(1),
    sequence(issuerDer, serial),
    sha256Algorithm(),
    tagged(0xa0, readDer(parts.signedAttributes).content),
    signatureAlgorithmOf(parts.certificate.publicKey),
    octetString(parts.signature),
  );
}

/** DER ContentInfo holding SignedData with one signer (RFC 5652 5.1). */
export function writeSignedData(parts: SignedDataParts): Buffer {
  const { content, contentType, certificates } = parts;
  const encapsulated = content === undefined ? [] : [explicit(0, octetString(content))];
  const bag =
    certificates.length === 0
      ? []
      : [tagged(0xa0, ...certificates.map(({ raw }) => raw).sort((a, b) => Buffer.compare(a, b)))];
  return sequence(
    objectIdentifier(OID.signedData),
    explicit(
      0,
      sequence(
        integer(contentType === OID.data ? 1 : 3),
        setOf(sha256Algorithm()),
        sequence(objectIdentifier(contentType), ...encapsulated),
        ...bag,
        setOf(writeSignerInfo(parts)),
      ),
    ),
  );
}

/** Puts one unsigned attribute into the only SignerInfo, in place of any it had. */
export function withUnsignedAttribute(contentInfo: Uint8Array, oid: string, value: Uint8Array): Buffer {
  const [type, wrapped] = childrenOf(readDer(contentInfo), 0x30);
  const fields = childrenOf(childrenOf(wrapped, 0xa0)[0], 0x30);
  const [signerInfo] = childrenOf(expectTag(fields.at(-1), 0x31));
  const kept = childrenOf(signerInfo, 0x30).filter(({ tag }) => tag !== 0xa1);
  const timestamped = sequence(...kept.map(({ raw }) => raw), tagged(0xa1, attribute(oid, value)));
  const signedData = sequence(...fields.slice(0, -1).map(({ raw }) => raw), setOf(timestamped));
  return sequence(expectTag(type, 0x06).raw, explicit(0, signedData));
}
