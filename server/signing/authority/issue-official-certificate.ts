import type { Authority } from './authority.ts';

export interface OfficialCertificateRequest {
  readonly name: string;
  readonly nip: string;
  readonly position?: string;
  readonly organisation: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly passphrase: string;
}

export interface OfficialCertificate {
  readonly certificatePem: string;
  /** Upper-case hexadecimal, as `X509Certificate.serialNumber`. */
  readonly serial: string;
  readonly pkcs12: Uint8Array;
}

export function issueOfficialCertificate(
  _authority: Authority,
  _request: OfficialCertificateRequest,
): Promise<OfficialCertificate> {
  return Promise.reject(new Error('Not built yet'));
}
