import { createHash, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { signatureAlgorithmOf } from '../pades/cms/algorithms.ts';
import { OID } from '../pades/der/oids.ts';
import {
  bitString,
  booleanTrue,
  explicit,
  implicit,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from '../pades/der/write-der.ts';
import { readCertificate } from '../pades/x509/read-certificate.ts';

export interface DistinguishedName {
  readonly commonName: string;
  readonly organisation: string;
  readonly title?: string;
  readonly serialNumber?: string;
}

export type CertificatePurpose = 'root' | 'issuing' | 'timestamping' | 'ocsp' | 'official';

export interface CertificateLinks {
  readonly crl: string;
  readonly issuerCertificate: string;
  readonly ocsp?: string;
}

export interface CertificateRequest {
  readonly purpose: CertificatePurpose;
  readonly subject: DistinguishedName;
  readonly publicKey: KeyObject;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Absent for the root. */
  readonly links?: CertificateLinks;
}

export interface CertificateSigner {
  readonly key: KeyObject;
  /** Absent when the certificate signs itself. */
  readonly certificate?: X509Certificate;
}

/** The upper bound that RFC 5280 appendix A sets on each of the attributes used here. */
const MAX_ATTRIBUTE_LENGTH = 64;

function nameAttribute(oid: string, value: string | undefined): Buffer[] {
  if (value === undefined) return [];
  const text = Array.from(value).slice(0, MAX_ATTRIBUTE_LENGTH).join('');
  const encoded = oid === OID.serialNumber || oid === OID.country ? printableString(text) : utf8String(text);
  return [setOf(sequence(objectIdentifier(oid), encoded))];
}

function writeName({ commonName, organisation, title, serialNumber }: DistinguishedName): Buffer {
  return sequence(
    ...nameAttribute(OID.country, 'ID'),
    ...nameAttribute(OID.organisation, organisation),
    ...nameAttribute(OID.title, title),
    ...nameAttribute(OID.serialNumber, serialNumber),
    ...nameAttribute(OID.commonName, commonName),
  );
}

function extension(oid: string, critical: boolean, value: Uint8Array): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [booleanTrue()] : []), octetString(value));
}

/** Bit strings of RFC 5280 4.2.1.3: keyCertSign and cRLSign; digitalSignature; digitalSignature and nonRepudiation. */
const KEY_USAGE_BITS: Record<CertificatePurpose, Buffer> = {
  root: bitString(Buffer.of(0x06), 1),
  issuing: bitString(Buffer.of(0x06), 1),
  timestamping: bitString(Buffer.of(0x80), 7),
  ocsp: bitString(Buffer.of(0x80), 7),
  official: bitString(Buffer.of(0xc0), 6),
};

function purposeExtensions(purpose: CertificatePurpose): Buffer[] {
  switch (purpose) {
    case 'root':
      return [extension(OID.basicConstraints, true, sequence(booleanTrue()))];
    case 'issuing':
      return [extension(OID.basicConstraints, true, sequence(booleanTrue(), integer(0)))];
    case 'timestamping':
      return [extension(OID.extendedKeyUsage, true, sequence(objectIdentifier(OID.ekuTimestamping)))];
    case 'ocsp':
      return [
        extension(OID.extendedKeyUsage, false, sequence(objectIdentifier(OID.ekuOcspSigning))),
        extension(OID.ocspNoCheck, false, nullValue()),
      ];
    case 'official':
      return [extension(OID.basicConstraints, true, sequence())];
  }
}

function linkExtensions(links: CertificateLinks): Buffer[] {
  const uri = (url: string): Buffer => implicit(6, Buffer.from(url, 'latin1'));
  const access = (oid: string, url: string): Buffer => sequence(objectIdentifier(oid), uri(url));
  const ocsp = links.ocsp === undefined ? [] : [access(OID.ocsp, links.ocsp)];
  const points = sequence(sequence(explicit(0, explicit(0, uri(links.crl)))));
  return [
    extension(OID.authorityInformationAccess, false, sequence(...ocsp, access(OID.caIssuers, links.issuerCertificate))),
    extension(OID.crlDistributionPoints, false, points),
  ];
}

function keyIdentifier(subjectPublicKeyInfo: Uint8Array): Buffer {
  return createHash('sha256').update(subjectPublicKeyInfo).digest().subarray(0, 20);
}

/** X.509 v3 after RFC 5280, signed with SHA-256 under a random serial number. */
export function writeCertificate(request: CertificateRequest, signer: CertificateSigner): X509Certificate {
  const { purpose, publicKey, links } = request;
  const issuer = signer.certificate === undefined ? undefined : readCertificate(signer.certificate);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const subject = writeName(request.subject);
  const subjectKey = keyIdentifier(spki);
  const issuerKey = issuer?.subjectKeyIdentifier ?? subjectKey;
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const extensions = [
    ...purposeExtensions(purpose),
    extension(OID.keyUsage, true, KEY_USAGE_BITS[purpose]),
    extension(OID.subjectKeyIdentifier, false, octetString(subjectKey)),
    extension(OID.authorityKeyIdentifier, false, sequence(implicit(0, issuerKey))),
    ...(links === undefined ? [] : linkExtensions(links)),
  ];
  const algorithm = signatureAlgorithmOf(signer.key);
  const tbs = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    issuer?.subjectDer ?? subject,
    sequence(time(request.validFrom), time(request.validTo)),
    subject,
    spki,
    explicit(3, sequence(...extensions)),
  );
  return new X509Certificate(sequence(tbs, algorithm, bitString(sign('sha256', tbs, signer.key))));
}
