import { createHash, sign } from 'node:crypto';
import { readAlgorithm, signatureAlgorithmOf } from '../pades/cms/algorithms.ts';
import { OID } from '../pades/der/oids.ts';
import { childrenOf, DerMalformed, type DerNode, integerHexOf, octetsOf, readDer } from '../pades/der/read-der.ts';
import {
  bitString,
  enumerated,
  explicit,
  generalizedTime,
  implicit,
  objectIdentifier,
  octetString,
  sequence,
} from '../pades/der/write-der.ts';
import { readCertificate, readExtensions } from '../pades/x509/read-certificate.ts';
import type { Authority } from './authority.ts';
import { findRevocation, isIssued } from './revoke-certificate.ts';

const VALID_MS = 24 * 60 * 60 * 1000;
const MAX_QUESTIONS = 50;
const MALFORMED_REQUEST = 1;
const HASHES = new Map<string, string>([
  [OID.sha1, 'sha1'],
  [OID.sha256, 'sha256'],
]);

function isOurs(authority: Authority, hashNode: DerNode | undefined, names: readonly (DerNode | undefined)[]): boolean {
  const hash = HASHES.get(readAlgorithm(hashNode).oid);
  if (hash === undefined) return false;
  const issuer = readCertificate(authority.issuing.certificate);
  return [issuer.subjectDer, issuer.publicKeyBits].every(
    (part, index) => Buffer.compare(createHash(hash).update(part).digest(), octetsOf(names[index])) === 0,
  );
}

async function certificateStatus(authority: Authority, certId: DerNode, now: Date): Promise<Buffer> {
  const [hashNode, nameHash, keyHash, serialNode] = childrenOf(certId, 0x30);
  const unknown = implicit(2, new Uint8Array());
  if (!isOurs(authority, hashNode, [nameHash, keyHash])) return unknown;
  const serial = integerHexOf(serialNode);
  if (serial.length > 40) return unknown;
  const revokedAt = await findRevocation(authority, serial);
  if (revokedAt !== undefined && revokedAt <= now) return explicit(1, generalizedTime(revokedAt));
  return (await isIssued(authority, serial)) ? implicit(0, new Uint8Array()) : unknown;
}

async function answerOne(authority: Authority, question: DerNode, now: Date): Promise<Buffer> {
  const [certId] = childrenOf(question, 0x30);
  if (certId === undefined) throw new DerMalformed('CertID');
  return sequence(
    certId.raw,
    await certificateStatus(authority, certId, now),
    generalizedTime(now),
    explicit(0, generalizedTime(new Date(now.getTime() + VALID_MS))),
  );
}

function readQuestions(request: Uint8Array): { questions: DerNode[]; nonce: Uint8Array | undefined } {
  const fields = childrenOf(childrenOf(readDer(request), 0x30)[0], 0x30);
  const questions = childrenOf(fields.find(({ tag }) => tag === 0x30));
  if (questions.length === 0 || questions.length > MAX_QUESTIONS) throw new DerMalformed('Questions');
  const extensions = readExtensions(fields.find(({ tag }) => tag === 0xa2));
  return { questions, nonce: extensions.find(({ oid }) => oid === OID.ocspNonce)?.value };
}

function writeResponse(
  authority: Authority,
  answers: readonly Buffer[],
  nonce: Uint8Array | undefined,
  now: Date,
): Buffer {
  const { key, certificate } = authority.ocsp;
  const extension = (value: Uint8Array): Buffer => sequence(objectIdentifier(OID.ocspNonce), octetString(value));
  const data = sequence(
    explicit(1, readCertificate(certificate).subjectDer),
    generalizedTime(now),
    sequence(...answers),
    ...(nonce === undefined ? [] : [explicit(1, sequence(extension(nonce)))]),
  );
  const certificates = explicit(0, sequence(certificate.raw));
  const basic = sequence(data, signatureAlgorithmOf(key), bitString(sign('sha256', data, key)), certificates);
  return sequence(enumerated(0), explicit(0, sequence(objectIdentifier(OID.ocspBasic), octetString(basic))));
}

/** DER OCSPRequest in, DER OCSPResponse out (RFC 6960); what cannot be read gets `malformedRequest`. */
export async function handleOcspRequest(authority: Authority, request: Uint8Array, now: Date): Promise<Uint8Array> {
  try {
    const { questions, nonce } = readQuestions(request);
    const answers: Buffer[] = [];
    for (const question of questions) answers.push(await answerOne(authority, question, now));
    return writeResponse(authority, answers, nonce, now);
  } catch (error) {
    if (error instanceof DerMalformed) return sequence(enumerated(MALFORMED_REQUEST));
    throw error;
  }
}
