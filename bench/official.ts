import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import forge from 'node-forge';
import { createAuthority, linksBelow } from '../server/signing/authority/create-authority.ts';
import { currentCrl } from '../server/signing/authority/current-crl.ts';
import type { Authority, CertifiedKey } from '../server/signing/authority/authority.ts';
import { writeCertificate } from '../server/signing/authority/write-certificate.ts';

export const PASSPHRASE = 'passphrase-tolok-ukur';

export interface Official {
  /** Of the timestamps. */
  authority: Authority;
  anchors: readonly string[];
  crls: () => Promise<Uint8Array[]>;
  certificatePem: string;
  serial: string;
  /** RSA-2048, PBES2 with a single round: the cost of guessing is no part of any figure here. */
  pkcs12: Buffer;
  validFrom: Date;
  validTo: Date;
}

const DAY_MS = 24 * 3_600_000;

/** A timestamp authority and one RSA-2048 official below an RSA root: node-forge copies no certificate signed with EC. */
export async function makeOfficial(folder: string, name: string): Promise<Official> {
  const now = new Date();
  const baseUrl = 'http://127.0.0.1:9/demo-authority';
  const authority = await createAuthority(join(folder, 'authority'), { now, baseUrl });
  const root = makeRoot(now);
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const validFrom = new Date(now.getTime() - 30 * DAY_MS);
  const validTo = new Date(now.getTime() + 365 * DAY_MS);
  const certificate = writeCertificate(
    {
      purpose: 'official',
      subject: { commonName: name, organisation: 'Pemerintah Provinsi Uji', serialNumber: '198001012005011001' },
      publicKey,
      validFrom,
      validTo,
      links: linksBelow(authority, 'root'),
    },
    root,
  );
  const certificatePem = certificate.toString();
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()),
    [forge.pki.certificateFromPem(certificatePem)],
    PASSPHRASE,
    { algorithm: 'aes256', count: 1 },
  );
  const pkcs12 = Buffer.from(forge.asn1.toDer(container).getBytes(), 'latin1');
  const trust = { ...authority, root };
  const anchors = [root.certificate.toString(), authority.root.certificate.toString()];
  const crls = async () => [await currentCrl(trust, new Date(), 'root')];
  return { authority, anchors, crls, certificatePem, serial: certificate.serialNumber, pkcs12, validFrom, validTo };
}

function makeRoot(now: Date): CertifiedKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = writeCertificate(
    {
      purpose: 'root',
      subject: { commonName: 'CA Induk Tolok Ukur', organisation: 'Pemerintah Provinsi Uji' },
      publicKey,
      validFrom: new Date(now.getTime() - 60 * DAY_MS),
      validTo: new Date(now.getTime() + 3650 * DAY_MS),
    },
    { key: privateKey },
  );
  return { key: privateKey, certificate };
}
