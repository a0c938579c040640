import { constants, type KeyObject, verify } from 'node:crypto';
import { childrenOf, type DerNode, expectTag, oidOf, smallIntegerOf } from '../der/read-der.ts';
import { hashOfOid, type HashName, OID } from '../der/oids.ts';
import { nullValue, objectIdentifier, sequence } from '../der/write-der.ts';

export interface Algorithm {
  readonly oid: string;
  readonly parameters: DerNode | undefined;
}

export interface SignatureToCheck {
  readonly algorithm: Algorithm;
  /** From the SignerInfo; needed where the signature algorithm itself names no hash. */
  readonly digest?: HashName;
  readonly key: KeyObject;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

export function readAlgorithm(node: DerNode | undefined): Algorithm {
  const parts = childrenOf(node, 0x30);
  if (parts.length > 2) throw new AlgorithmUnsupported('Algorithm parameters');
  return { oid: oidOf(parts[0]), parameters: parts[1] };
}

export class AlgorithmUnsupported extends Error {}

const ECDSA: ReadonlyMap<string, HashName> = new Map([
  [OID.ecdsaWithSha256, 'sha256'],
  [OID.ecdsaWithSha384, 'sha384'],
  [OID.ecdsaWithSha512, 'sha512'],
]);

const RSA: ReadonlyMap<string, HashName> = new Map([
  [OID.sha256WithRsa, 'sha256'],
  [OID.sha384WithRsa, 'sha384'],
  [OID.sha512WithRsa, 'sha512'],
]);

function isNullOrAbsent(node: DerNode | undefined): boolean {
  return node === undefined || (node.tag === 0x05 && node.content.length === 0);
}

export function hashOf(algorithm: Algorithm): HashName {
  const hash = hashOfOid(algorithm.oid);
  if (hash === undefined || !isNullOrAbsent(algorithm.parameters)) throw new AlgorithmUnsupported(algorithm.oid);
  return hash;
}

function pssOf(parameters: DerNode | undefined): { hash: HashName; saltLength: number } {
  const fields = new Map(childrenOf(parameters, 0x30).map((field) => [field.tag, childrenOf(field)[0]]));
  const hash = hashOf(readAlgorithm(fields.get(0xa0)));
  const mask = readAlgorithm(fields.get(0xa1));
  if (hashOf(readAlgorithm(mask.parameters)) !== hash) throw new AlgorithmUnsupported('PSS mask');
  return { hash, saltLength: smallIntegerOf(fields.get(0xa2)) };
}

function requireKeyType(key: KeyObject, type: string): void {
  if (key.asymmetricKeyType !== type) throw new AlgorithmUnsupported('Key type');
}

/** `AlgorithmUnsupported` for anything but RSA (PKCS#1 v1.5, PSS) and ECDSA with SHA-2. */
export function isSignatureGood({ algorithm, digest, key, signed, signature }: SignatureToCheck): boolean {
  const ecdsaHash = ECDSA.get(algorithm.oid);
  if (ecdsaHash !== undefined) {
    requireKeyType(key, 'ec');
    if (algorithm.parameters !== undefined) throw new AlgorithmUnsupported('ECDSA parameters');
    return verify(ecdsaHash, signed, { key, dsaEncoding: 'der' }, signature);
  }
  if (algorithm.oid === OID.rsaPss) {
    const { hash, saltLength } = pssOf(algorithm.parameters);
    return verify(hash, signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
  }
  const rsaHash = algorithm.oid === OID.rsaEncryption ? digest : RSA.get(algorithm.oid);
  if (rsaHash === undefined || !isNullOrAbsent(algorithm.parameters)) throw new AlgorithmUnsupported(algorithm.oid);
  requireKeyType(key, 'rsa');
  return verify(rsaHash, signed, key, signature);
}

/** The AlgorithmIdentifier under which a SHA-256 signature of this key goes. */
export function signatureAlgorithmOf(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'ec') return sequence(objectIdentifier(OID.ecdsaWithSha256));
  if (key.asymmetricKeyType === 'rsa') return sequence(objectIdentifier(OID.sha256WithRsa), nullValue());
  throw new AlgorithmUnsupported(`Key type ${String(key.asymmetricKeyType)}`);
}

export const sha256Algorithm = (): Buffer => sequence(objectIdentifier(OID.sha256));

/** The hash and value of a DigestInfo-shaped sequence such as MessageImprint. */
export function readImprint(node: DerNode | undefined): { hash: HashName; digest: Uint8Array } {
  const parts = childrenOf(node, 0x30);
  return { hash: hashOf(readAlgorithm(parts[0])), digest: expectTag(parts[1], 0x04).content };
}
