import { createHash, randomBytes, sign } from 'node:crypto';
import { readImprint } from '../pades/cms/algorithms.ts';
import { writeSignedAttributes, writeSignedData } from '../pades/cms/write-signed-data.ts';
import { OID } from '../pades/der/oids.ts';
import { childrenOf, type DerNode, oidOf, readDer, smallIntegerOf } from '../pades/der/read-der.ts';
import { bitString, generalizedTime, integer, objectIdentifier, sequence, utf8String } from '../pades/der/write-der.ts';
import type { Authority } from './authority.ts';

/** Bits of PKIFailureInfo (RFC 3161 2.4.2). */
const FAILURE = { badAlg: 0, badDataFormat: 5, unacceptedPolicy: 15, unacceptedExtension: 16 } as const;
const REJECTION = 2;

class Refused extends Error {
  readonly failure: keyof typeof FAILURE;
  constructor(failure: keyof typeof FAILURE) {
    super(failure);
    this.failure = failure;
  }
}

interface Wanted {
  readonly imprint: Uint8Array;
  readonly nonce: Uint8Array | undefined;
  readonly withCertificates: boolean;
}

const DIGEST_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const;

function checkImprint(node: DerNode | undefined): Uint8Array {
  const parts = childrenOf(node, 0x30);
  if (node === undefined || parts.length !== 2) throw new Refused('badDataFormat');
  try {
    const { hash, digest } = readImprint(node);
    if (digest.length !== DIGEST_BYTES[hash]) throw new Refused('badDataFormat');
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('badAlg');
  }
  return node.raw;
}

function readRequest(request: Uint8Array): Wanted {
  const [version, imprint, ...optional] = childrenOf(readDer(request), 0x30);
  if (smallIntegerOf(version) !== 1) throw new Refused('badDataFormat');
  const policy = optional.find(({ tag }) => tag === 0x06);
  if (policy !== undefined && oidOf(policy) !== OID.demonstrationTimestampPolicy) throw new Refused('unacceptedPolicy');
  if (optional.some(({ tag }) => tag === 0xa0)) throw new Refused('unacceptedExtension');
  const certificates = optional.find(({ tag }) => tag === 0x01);
  return {
    imprint: checkImprint(imprint),
    nonce: optional.find(({ tag }) => tag === 0x02)?.raw,
    withCertificates: certificates !== undefined && certificates.content[0] !== 0,
  };
}

function grant(authority: Authority, wanted: Wanted, now: Date): Buffer {
  const { key, certificate } = authority.timestamping;
  const content = sequence(
    integer(1),
    objectIdentifier(OID.demonstrationTimestampPolicy),
    wanted.imprint,
    integer(randomBytes(16)),
    generalizedTime(now),
    sequence(integer(1)),
    ...(wanted.nonce === undefined ? [] : [wanted.nonce]),
  );
  const signedAttributes = writeSignedAttributes(
    OID.tstInfo,
    createHash('sha256').update(content).digest(),
    certificate,
  );
  return writeSignedData({
    content,
    contentType: OID.tstInfo,
    signedAttributes,
    signature: sign('sha256', signedAttributes, key),
    certificate,
    certificates: wanted.withCertificates ? [certificate, authority.issuing.certificate] : [],
  });
}

function rejection(failure: keyof typeof FAILURE): Buffer {
  const bit = FAILURE[failure];
  const bytes = Buffer.alloc((bit >> 3) + 1);
  bytes[bit >> 3] = 0x80 >> (bit & 7);
  return sequence(sequence(integer(REJECTION), sequence(utf8String(failure)), bitString(bytes, 7 - (bit & 7))));
}

/** DER TimeStampReq in, DER TimeStampResp out (RFC 3161); a request it cannot grant gets a rejection, never a throw. */
export function handleTimestampRequest(authority: Authority, request: Uint8Array, now: Date): Uint8Array {
  let wanted: Wanted;
  try {
    wanted = readRequest(request);
  } catch (error) {
    return rejection(error instanceof Refused ? error.failure : 'badDataFormat');
  }
  return sequence(sequence(integer(0)), grant(authority, wanted, now));
}
