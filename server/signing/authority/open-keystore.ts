import { createDecipheriv, createPrivateKey, type KeyObject, pbkdf2, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { OID } from '../pades/der/oids.ts';
import {
  childrenOf,
  DerMalformed,
  type DerNode,
  octetsOf,
  oidOf,
  readDer,
  smallIntegerOf,
} from '../pades/der/read-der.ts';
import { isIssuedBy } from '../pades/x509/build-chain.ts';
import type { ProviderKind, SignatureProvider } from '../provider.ts';

export interface Keystore extends SignatureProvider {
  readonly key: KeyObject;
}

export class WrongPassphrase extends Error {
  constructor() {
    super('Frasa sandi salah. Periksa kembali, lalu coba lagi.');
  }
}

/** The file is no PKCS#12, or is encrypted in a way that is no longer supported. */
export class KeystoreUnreadable extends Error {
  constructor(cause?: unknown) {
    super('Berkas kunci (PKCS#12) rusak atau memakai enkripsi lama. Minta berkas baru dengan enkripsi AES.', { cause });
  }
}

interface Contents {
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly X509Certificate[];
}

/** More would let an uploaded file keep a thread busy for minutes. */
const MAX_ITERATIONS = 5_000_000;

const CIPHERS = new Map<string, readonly [string, number]>([
  [OID.aes128Cbc, ['aes-128-cbc', 16]],
  [OID.aes192Cbc, ['aes-192-cbc', 24]],
  [OID.aes256Cbc, ['aes-256-cbc', 32]],
]);

const HMACS = new Map<string, string>([
  [OID.hmacSha1, 'sha1'],
  [OID.hmacSha256, 'sha256'],
  [OID.hmacSha384, 'sha384'],
  [OID.hmacSha512, 'sha512'],
]);

const deriveKey = promisify(pbkdf2);

function parameterised(node: DerNode | undefined, oid: string): DerNode[] {
  const [type, parameters] = childrenOf(node, 0x30);
  if (oidOf(type) !== oid) throw new DerMalformed('Encryption scheme');
  return childrenOf(parameters, 0x30);
}

/** PBES2 of RFC 8018: derive, decrypt; a passphrase that does not fit shows in the padding. */
async function decrypt(algorithm: DerNode | undefined, data: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const [kdf, scheme] = parameterised(algorithm, OID.pbes2);
  const [salt, count, ...rest] = parameterised(kdf, OID.pbkdf2);
  const prf = rest.find(({ tag }) => tag === 0x30);
  const hmac = HMACS.get(prf === undefined ? OID.hmacSha1 : oidOf(childrenOf(prf)[0]));
  const [cipherType, iv] = childrenOf(scheme, 0x30);
  const cipher = CIPHERS.get(oidOf(cipherType));
  const iterations = smallIntegerOf(count);
  if (hmac === undefined || cipher === undefined || iterations > MAX_ITERATIONS) throw new DerMalformed('Encryption');
  const key = await deriveKey(passphrase, octetsOf(salt), iterations, cipher[1], hmac);
  const decipher = createDecipheriv(cipher[0], key, octetsOf(iv));
  const start = decipher.update(data);
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    throw new WrongPassphrase();
  }
}

async function openSafe(safe: DerNode, passphrase: string): Promise<Uint8Array> {
  const [type, wrapped] = childrenOf(safe, 0x30);
  const [content] = childrenOf(wrapped, 0xa0);
  if (oidOf(type) === OID.data) return octetsOf(content);
  if (oidOf(type) !== OID.encryptedData) throw new DerMalformed('Safe');
  const [, algorithm, data] = childrenOf(childrenOf(content, 0x30)[1], 0x30);
  const bytes = data?.tag === 0x80 ? data.content : Buffer.concat(childrenOf(data, 0xa0).map(octetsOf));
  return decrypt(algorithm, bytes, passphrase);
}

async function readBag(bag: DerNode, passphrase: string): Promise<Contents> {
  const [type, wrapped] = childrenOf(bag, 0x30);
  const [value] = childrenOf(wrapped, 0xa0);
  switch (oidOf(type)) {
    case OID.keyBag:
      return { keys: value === undefined ? [] : [value.raw], certificates: [] };
    case OID.pkcs8ShroudedKeyBag: {
      const [algorithm, data] = childrenOf(value, 0x30);
      return { keys: [await decrypt(algorithm, octetsOf(data), passphrase)], certificates: [] };
    }
    case OID.certBag: {
      const [, certificate] = childrenOf(value, 0x30);
      return { keys: [], certificates: [new X509Certificate(octetsOf(childrenOf(certificate, 0xa0)[0]))] };
    }
    default:
      return { keys: [], certificates: [] };
  }
}

async function readContents(pkcs12: Uint8Array, passphrase: string): Promise<Contents> {
  const [, authSafe] = childrenOf(readDer(pkcs12), 0x30);
  const [, wrapped] = childrenOf(authSafe, 0x30);
  const keys: Uint8Array[] = [];
  const certificates: X509Certificate[] = [];
  for (const safe of childrenOf(readDer(octetsOf(childrenOf(wrapped, 0xa0)[0])), 0x30)) {
    for (const bag of childrenOf(readDer(await openSafe(safe, passphrase)), 0x30)) {
      const found = await readBag(bag, passphrase);
      keys.push(...found.keys);
      certificates.push(...found.certificates);
    }
  }
  return { keys, certificates };
}

function orderChain(certificate: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let last = certificate; ;) {
    const issuer = others.find((candidate) => !chain.includes(candidate) && isIssuedBy(last, candidate, chain.length));
    if (issuer === undefined || issuer.checkIssued(issuer)) return chain;
    chain.push(issuer);
    last = issuer;
  }
}

function privateKeyFrom(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch {
    throw new WrongPassphrase();
  }
}

function assemble({ keys, certificates }: Contents, kind: ProviderKind): Keystore {
  const [pkcs8] = keys;
  if (pkcs8 === undefined) throw new KeystoreUnreadable();
  const key = privateKeyFrom(pkcs8);
  const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
  if (certificate === undefined) throw new KeystoreUnreadable();
  const chain = orderChain(certificate, certificates);
  return { kind, key, certificate, chain, sign: (tbs) => Promise.resolve(sign('sha256', tbs, key)) };
}

/**
 * Opens a PKCS#12 whose key and certificates are plain or under PBES2 (what OpenSSL 3 and Java 17 write).
 * Rejects with `WrongPassphrase` or `KeystoreUnreadable`. Deriving the key takes 100-300 ms on a thread of the pool, by design.
 */
export async function openKeystore(
  pkcs12: Uint8Array,
  passphrase: string,
  kind: ProviderKind = 'local',
): Promise<Keystore> {
  try {
    return assemble(await readContents(pkcs12, passphrase), kind);
  } catch (error) {
    if (error instanceof WrongPassphrase || error instanceof KeystoreUnreadable) throw error;
    throw new KeystoreUnreadable(error);
  }
}
