import { X509Certificate } from 'node:crypto';
import {
  bitsOf,
  childrenOf,
  type DerNode,
  expectTag,
  octetsOf,
  oidOf,
  readDer,
  smallIntegerOf,
} from '../der/read-der.ts';
import { OID } from '../der/oids.ts';

export interface CertificateFacts {
  readonly issuerDer: Uint8Array;
  readonly subjectDer: Uint8Array;
  readonly publicKeyDer: Uint8Array;
  /** The key bits alone, as hashed by OCSP's CertID and the usual key identifiers. */
  readonly publicKeyBits: Uint8Array;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly ca: boolean;
  readonly pathLength: number | undefined;
  /** Undefined: the certificate does not restrict its key. */
  readonly keyUsage: ReadonlySet<number> | undefined;
  readonly extendedKeyUsage: readonly string[] | undefined;
  readonly extendedKeyUsageCritical: boolean;
  readonly subjectKeyIdentifier: Uint8Array | undefined;
  readonly criticalExtensions: readonly string[];
  readonly extensions: ReadonlyMap<string, Uint8Array>;
}

/** Bit numbers of RFC 5280 4.2.1.3. */
export const KEY_USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, crlSign: 6 } as const;

interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export function readExtensions(node: DerNode | undefined): Extension[] {
  if (node === undefined) return [];
  return childrenOf(childrenOf(node)[0], 0x30).map((child) => {
    const parts = childrenOf(child, 0x30);
    return { oid: oidOf(parts[0]), critical: parts.length === 3, value: octetsOf(parts.at(-1)) };
  });
}

function readKeyUsage(value: Uint8Array | undefined): Set<number> | undefined {
  if (value === undefined) return undefined;
  const bits = expectTag(readDer(value), 0x03).content.subarray(1);
  const usage = new Set<number>();
  for (let bit = 0; bit < bits.length * 8; bit++) {
    if (((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) usage.add(bit);
  }
  return usage;
}

function readBasicConstraints(value: Uint8Array | undefined): Pick<CertificateFacts, 'ca' | 'pathLength'> {
  const parts = value === undefined ? [] : childrenOf(readDer(value), 0x30);
  const ca = parts[0]?.tag === 0x01 && parts[0].content[0] !== 0;
  return { ca, pathLength: parts[1] === undefined ? undefined : smallIntegerOf(parts[1]) };
}

/** `DerMalformed` when the certificate is not built as RFC 5280 says. */
export function readCertificate(certificate: X509Certificate): CertificateFacts {
  const tbs = childrenOf(childrenOf(readDer(certificate.raw), 0x30)[0], 0x30);
  const from = tbs[0]?.tag === 0xa0 ? 1 : 0;
  const publicKey = expectTag(tbs[from + 5], 0x30);
  const list = readExtensions(tbs.find((node) => node.tag === 0xa3));
  const extensions = new Map(list.map(({ oid, value }) => [oid, value]));
  const eku = extensions.get(OID.extendedKeyUsage);
  const keyIdentifier = extensions.get(OID.subjectKeyIdentifier);
  const criticalExtensions = list.filter(({ critical }) => critical).map(({ oid }) => oid);
  return {
    issuerDer: expectTag(tbs[from + 2], 0x30).raw,
    subjectDer: expectTag(tbs[from + 4], 0x30).raw,
    publicKeyDer: publicKey.raw,
    publicKeyBits: bitsOf(childrenOf(publicKey)[1]),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    ...readBasicConstraints(extensions.get(OID.basicConstraints)),
    keyUsage: readKeyUsage(extensions.get(OID.keyUsage)),
    extendedKeyUsage: eku === undefined ? undefined : childrenOf(readDer(eku), 0x30).map(oidOf),
    extendedKeyUsageCritical: criticalExtensions.includes(OID.extendedKeyUsage),
    subjectKeyIdentifier: keyIdentifier === undefined ? undefined : octetsOf(readDer(keyIdentifier)),
    criticalExtensions,
    extensions,
  };
}

/** A distinguished name as node prints it, on one line and without the backslashes of RFC 2253. */
export function oneLine(distinguishedName: string): string {
  return distinguishedName.replaceAll('\n', ', ').replaceAll(/\\(.)/g, '$1');
}

/** The subject's common name, or the whole subject when it has none. */
export function commonNameOf(certificate: X509Certificate): string {
  const line = certificate.subject.split('\n').find((part) => part.startsWith('CN='));
  return oneLine(line?.slice(3) ?? certificate.subject);
}

export function toCertificates(anchors: readonly (string | Uint8Array)[]): X509Certificate[] {
  return anchors.map((anchor) => new X509Certificate(anchor));
}
