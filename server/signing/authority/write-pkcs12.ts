import { createCipheriv, type KeyObject, pbkdf2, randomBytes, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { OID } from '../pades/der/oids.ts';
import {
  bmpString,
  explicit,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from '../pades/der/write-der.ts';

/** About a fifth of a second on one core of 2026: slow for whoever guesses, bearable for whoever signs. */
export const PBKDF2_ITERATIONS = 600_000;

const deriveKey = promisify(pbkdf2);

async function encryptKey(key: KeyObject, passphrase: string): Promise<Buffer> {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const derived = await deriveKey(passphrase, salt, PBKDF2_ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', derived, iv);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  const kdf = sequence(
    objectIdentifier(OID.pbkdf2),
    sequence(
      octetString(salt),
      integer(PBKDF2_ITERATIONS),
      integer(32),
      sequence(objectIdentifier(OID.hmacSha256), nullValue()),
    ),
  );
  const scheme = sequence(objectIdentifier(OID.aes256Cbc), octetString(iv));
  return sequence(sequence(objectIdentifier(OID.pbes2), sequence(kdf, scheme)), octetString(encrypted));
}

function bag(oid: string, value: Uint8Array, attributes: readonly Buffer[]): Buffer {
  return sequence(objectIdentifier(oid), explicit(0, value), ...(attributes.length > 0 ? [setOf(...attributes)] : []));
}

function certificateBag(certificate: X509Certificate, attributes: readonly Buffer[]): Buffer {
  const value = sequence(objectIdentifier(OID.x509Certificate), explicit(0, octetString(certificate.raw)));
  return bag(OID.certBag, value, attributes);
}

function safeContents(...bags: readonly Buffer[]): Buffer {
  return sequence(objectIdentifier(OID.data), explicit(0, octetString(sequence(...bags))));
}

export interface Pkcs12Content {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
  readonly friendlyName: string;
}

/**
 * PKCS#12 (RFC 7292) with the key under PBES2, PBKDF2-SHA-256 and AES-256-CBC. It carries no MAC: the MAC's own key
 * derivation would be the cheaper way to guess the passphrase, and the certificates already vouch for the key.
 */
export async function writePkcs12(content: Pkcs12Content, passphrase: string): Promise<Buffer> {
  const attributes = [
    sequence(objectIdentifier(OID.friendlyName), setOf(bmpString(content.friendlyName))),
    sequence(objectIdentifier(OID.localKeyId), setOf(octetString(Buffer.of(1)))),
  ];
  const key = bag(OID.pkcs8ShroudedKeyBag, await encryptKey(content.key, passphrase), attributes);
  const certificates = [
    certificateBag(content.certificate, attributes),
    ...content.chain.map((certificate) => certificateBag(certificate, [])),
  ];
  const authenticatedSafe = sequence(safeContents(...certificates), safeContents(key));
  return sequence(integer(3), sequence(objectIdentifier(OID.data), explicit(0, octetString(authenticatedSafe))));
}
