import { createHash, type X509Certificate } from 'node:crypto';
import { OID } from '../der/oids.ts';
import { childrenOf, expectTag, integerHexOf, readDer, smallIntegerOf, timeOf } from '../der/read-der.ts';
import { KEY_USAGE, readCertificate } from '../x509/read-certificate.ts';
import { readImprint } from './algorithms.ts';
import { checkSignedData, CmsRejected } from './check-signed-data.ts';
import { readSignedData } from './read-signed-data.ts';
import type { HashName } from '../der/oids.ts';

export interface TimestampToken {
  readonly time: Date;
  readonly certificate: X509Certificate;
  readonly certificates: readonly X509Certificate[];
  readonly nonceHex: string | undefined;
}

export interface TimestampExpectation {
  /** The digest that the imprint must be. */
  readonly digestOf: (hash: HashName) => Uint8Array;
  readonly pool?: readonly X509Certificate[];
}

/** RFC 3161 2.3: the extended key usage is critical and names time stamping alone. */
function checkPurpose(certificate: X509Certificate): void {
  const facts = readCertificate(certificate);
  const [purpose, ...others] = facts.extendedKeyUsage ?? [];
  const only = purpose === OID.ekuTimestamping && others.length === 0 && facts.extendedKeyUsageCritical;
  const usage = facts.keyUsage;
  const signs = usage === undefined || usage.has(KEY_USAGE.digitalSignature) || usage.has(KEY_USAGE.nonRepudiation);
  if (!only || !signs) throw new CmsRejected('certificate-unbound');
}

/** Throws `CmsRejected`, `DerMalformed` or `AlgorithmUnsupported`; trust in the authority is the caller's question. */
export function checkTimestampToken(token: Uint8Array, expectation: TimestampExpectation): TimestampToken {
  const signedData = readSignedData(token);
  const { content } = signedData;
  if (content === undefined) throw new CmsRejected('signature-broken');
  const certificate = checkSignedData(signedData, {
    digestOf: (hash) => createHash(hash).update(content).digest(),
    contentType: OID.tstInfo,
    essRequired: true,
    ...(expectation.pool === undefined ? {} : { pool: expectation.pool }),
  });
  checkPurpose(certificate);
  const [version, , imprintNode, , genTime, ...optional] = childrenOf(readDer(content), 0x30);
  if (smallIntegerOf(version) !== 1) throw new CmsRejected('signature-broken');
  const imprint = readImprint(imprintNode);
  if (Buffer.compare(expectation.digestOf(imprint.hash), imprint.digest) !== 0)
    throw new CmsRejected('content-changed');
  const nonce = optional.find(({ tag }) => tag === 0x02);
  return {
    time: timeOf(expectTag(genTime, 0x18)),
    certificate,
    certificates: signedData.certificates,
    nonceHex: nonce === undefined ? undefined : integerHexOf(nonce),
  };
}
