import { sign } from 'node:crypto';
import { signatureAlgorithmOf } from '../pades/cms/algorithms.ts';
import { OID } from '../pades/der/oids.ts';
import {
  bitString,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  time,
} from '../pades/der/write-der.ts';
import { readCertificate } from '../pades/x509/read-certificate.ts';
import type { Authority } from './authority.ts';
import { listRevocations } from './revoke-certificate.ts';

const VALID_MS = 24 * 60 * 60 * 1000;

/** DER CertificateList (RFC 5280 5), valid for a day from `now`. Its number is the time in seconds, so it never falls. */
export async function currentCrl(
  authority: Authority,
  now: Date,
  issuer: 'issuing' | 'root' = 'issuing',
): Promise<Uint8Array> {
  const { key, certificate } = authority[issuer];
  const facts = readCertificate(certificate);
  const all = await listRevocations(authority);
  const isOwn = (serial: string): boolean =>
    (serial === authority.issuing.certificate.serialNumber) === (issuer === 'root');
  const listed = all.filter(({ serial, revokedAt }) => isOwn(serial) && revokedAt <= now);
  const entries = listed.map(({ serial, revokedAt }) => sequence(integer(Buffer.from(serial, 'hex')), time(revokedAt)));
  const algorithm = signatureAlgorithmOf(key);
  const authorityKey = implicit(0, facts.subjectKeyIdentifier ?? new Uint8Array());
  const tbs = sequence(
    integer(1),
    algorithm,
    facts.subjectDer,
    time(now),
    time(new Date(now.getTime() + VALID_MS)),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(
      0,
      sequence(
        sequence(objectIdentifier(OID.authorityKeyIdentifier), octetString(sequence(authorityKey))),
        sequence(objectIdentifier(OID.crlNumber), octetString(integer(Math.floor(now.getTime() / 1000)))),
      ),
    ),
  );
  return sequence(tbs, algorithm, bitString(sign('sha256', tbs, key)));
}
