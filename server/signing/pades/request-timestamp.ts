import { randomBytes } from 'node:crypto';
import { checkTimestampToken, type TimestampToken } from './cms/check-timestamp-token.ts';
import { OID } from './der/oids.ts';
import { childrenOf, type DerNode, readDer, smallIntegerOf } from './der/read-der.ts';
import { booleanTrue, integer, nullValue, objectIdentifier, octetString, sequence } from './der/write-der.ts';
import { buildChain, isChain } from './x509/build-chain.ts';
import { toCertificates } from './x509/read-certificate.ts';

export interface TimestampRequestOptions {
  /** For the whole exchange. */
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  /** PEM or DER roots the timestamp authority must chain to at the time it states; without them trust is not asked. */
  readonly trustAnchors?: readonly (string | Uint8Array)[];
}

/** The service did not answer, or not with a timestamp: try again later. */
export class TimestampUnavailable extends Error {}

/** The service answered with something that must not be used: trying again will hardly help. */
export class TimestampInvalid extends Error {}

const MAX_RESPONSE_BYTES = 64 * 1024;
const GRANTED = new Set([0, 1]);

function writeRequest(digest: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = sequence(objectIdentifier(OID.sha256), nullValue());
  return sequence(integer(1), sequence(algorithm, octetString(digest)), integer(nonce), booleanTrue());
}

async function readLimited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | undefined = response.body ?? undefined;
  if (body === undefined) return new Uint8Array();
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_RESPONSE_BYTES) throw new TimestampInvalid('Jawaban layanan stempel waktu terlalu besar.');
  }
  return Buffer.concat(chunks);
}

async function exchange(url: string, body: Uint8Array, options: TimestampRequestOptions): Promise<Uint8Array> {
  try {
    const response = await (options.fetch ?? fetch)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new TimestampUnavailable(`Layanan stempel waktu menjawab dengan status ${response.status}.`);
    }
    return await readLimited(response);
  } catch (error) {
    if (error instanceof TimestampInvalid || error instanceof TimestampUnavailable) throw error;
    throw new TimestampUnavailable('Layanan stempel waktu tidak dapat dihubungi.', { cause: error });
  }
}

/** PKIFailureInfo bits that pass: timeNotAvailable, addInfoNotAvailable, systemFailure. */
const PASSING_FAILURES = [14, 17, 25];

function isPassing(statusInfo: DerNode | undefined): boolean {
  const failure = childrenOf(statusInfo, 0x30).find(({ tag }) => tag === 0x03);
  const bits = failure?.content.subarray(1) ?? new Uint8Array();
  return PASSING_FAILURES.some((bit) => (((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1);
}

function readResponse(response: Uint8Array): { status: number; passing: boolean; token: DerNode | undefined } {
  try {
    const [statusInfo, token] = childrenOf(readDer(response), 0x30);
    const status = smallIntegerOf(childrenOf(statusInfo, 0x30)[0]);
    return { status, passing: isPassing(statusInfo), token };
  } catch (error) {
    throw new TimestampUnavailable('Jawaban layanan stempel waktu bukan stempel waktu.', { cause: error });
  }
}

function readGranted(response: Uint8Array): Uint8Array {
  const { status, passing, token } = readResponse(response);
  if (GRANTED.has(status) && token !== undefined) return token.raw;
  if (passing) throw new TimestampUnavailable('Layanan stempel waktu sedang terganggu.');
  throw new TimestampInvalid(`Layanan stempel waktu menolak permintaan (status ${status}).`);
}

function checkTrust(token: TimestampToken, anchors: readonly (string | Uint8Array)[]): void {
  const chain = buildChain({
    certificate: token.certificate,
    pool: token.certificates,
    anchors: toCertificates(anchors),
    at: token.time,
  });
  if (!isChain(chain)) throw new TimestampInvalid('Sertifikat layanan stempel waktu tidak dipercaya.');
}

function checkAnswer(
  response: Uint8Array,
  digest: Uint8Array,
  nonce: Uint8Array,
  options: TimestampRequestOptions,
): Uint8Array {
  const bytes = readGranted(response);
  try {
    const token = checkTimestampToken(bytes, { digestOf: () => digest });
    if (token.nonceHex !== Buffer.from(nonce).toString('hex').toUpperCase()) {
      throw new TimestampInvalid('Stempel waktu memuat nonce yang lain dari yang dikirim.');
    }
    if (options.trustAnchors !== undefined) checkTrust(token, options.trustAnchors);
    return bytes;
  } catch (error) {
    if (error instanceof TimestampInvalid) throw error;
    throw new TimestampInvalid('Stempel waktu rusak atau tidak sesuai dengan permintaan.', { cause: error });
  }
}

/**
 * Asks an RFC 3161 service for a token over a SHA-256 digest and checks status, imprint, nonce, key usage and signature.
 * Returns the DER TimeStampToken; rejects with `TimestampUnavailable` or `TimestampInvalid`. Redirects are not followed.
 */
export async function requestTimestamp(
  url: string,
  digest: Uint8Array,
  options: TimestampRequestOptions,
): Promise<Uint8Array> {
  const nonce = randomBytes(16);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const response = await exchange(url, writeRequest(digest, nonce), options);
  return checkAnswer(response, digest, nonce, options);
}
