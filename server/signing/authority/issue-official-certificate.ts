import { generateKeyPair } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Authority, recordFolders } from './authority.ts';
import { linksBelow } from './create-authority.ts';
import { writeCertificate } from './write-certificate.ts';
import { writePkcs12 } from './write-pkcs12.ts';

export interface OfficialCertificateRequest {
  readonly name: string;
  /** Goes into the subject's serialNumber attribute. */
  readonly nip: string;
  readonly position?: string;
  readonly organisation: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly passphrase: string;
  /** Default P-256; RSA takes about a tenth of a second to make. */
  readonly keyType?: 'p256' | 'rsa2048';
}

export interface OfficialCertificate {
  readonly certificatePem: string;
  /** Upper-case hexadecimal, as `X509Certificate.serialNumber`. */
  readonly serial: string;
  readonly pkcs12: Uint8Array;
}

const generate = promisify(generateKeyPair);

function generateKeys(keyType: 'p256' | 'rsa2048') {
  return keyType === 'p256' ? generate('ec', { namedCurve: 'P-256' }) : generate('rsa', { modulusLength: 2048 });
}

/** Issues to one person and keeps the certificate, not the key: that lives only in `pkcs12`, under the passphrase. */
export async function issueOfficialCertificate(
  authority: Authority,
  request: OfficialCertificateRequest,
): Promise<OfficialCertificate> {
  const { publicKey, privateKey } = await generateKeys(request.keyType ?? 'p256');
  const certificate = writeCertificate(
    {
      purpose: 'official',
      subject: {
        commonName: request.name,
        organisation: request.organisation,
        serialNumber: request.nip,
        ...(request.position === undefined ? {} : { title: request.position }),
      },
      publicKey,
      validFrom: request.validFrom,
      validTo: request.validTo,
      links: linksBelow(authority, 'issuing'),
    },
    authority.issuing,
  );
  const chain = [authority.issuing.certificate];
  const pkcs12 = await writePkcs12(
    { key: privateKey, certificate, chain, friendlyName: request.name },
    request.passphrase,
  );
  const serial = certificate.serialNumber;
  await writeFile(join(recordFolders(authority.dir).issued, `${serial}.pem`), certificate.toString());
  return { certificatePem: certificate.toString(), serial, pkcs12 };
}
