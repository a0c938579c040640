import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Authority,
  AUTHORITY_PATHS,
  AUTHORITY_ROLES,
  type AuthorityRole,
  type CertifiedKey,
  DEMONSTRATION,
  recordFolders,
} from './authority.ts';
import { type CertificateLinks, writeCertificate } from './write-certificate.ts';

const TITLES: Record<AuthorityRole, string> = {
  root: 'CA Induk',
  issuing: 'CA Penerbit',
  timestamping: 'Otoritas Stempel Waktu',
  ocsp: 'Penjawab OCSP',
};

const YEARS_BACK = 2;
const YEARS_AHEAD = 20;

function shiftYears(date: Date, years: number): Date {
  const shifted = new Date(date);
  shifted.setUTCFullYear(shifted.getUTCFullYear() + years);
  return shifted;
}

export interface AuthorityOptions {
  readonly now: Date;
  /** Without a slash at its end; goes into the certificates. */
  readonly baseUrl: string;
  /**
   * Whether certificates name the OCSP service. Default false: a demonstration's address is gone as soon as it stops, and
   * readers such as pdfsig then doubt the whole chain, while they pass over a revocation list that they cannot fetch.
   */
  readonly namesOcsp?: boolean;
}

type Place = Pick<Authority, 'baseUrl' | 'namesOcsp'>;

/** Where relying parties find what concerns a certificate of this issuer. */
export function linksBelow({ baseUrl, namesOcsp }: Place, issuer: 'root' | 'issuing'): CertificateLinks {
  if (issuer === 'root') {
    return {
      crl: `${baseUrl}${AUTHORITY_PATHS.rootCrl}`,
      issuerCertificate: `${baseUrl}${AUTHORITY_PATHS.rootCertificate}`,
    };
  }
  return {
    crl: `${baseUrl}${AUTHORITY_PATHS.issuingCrl}`,
    issuerCertificate: `${baseUrl}${AUTHORITY_PATHS.issuingCertificate}`,
    ...(namesOcsp ? { ocsp: `${baseUrl}${AUTHORITY_PATHS.ocsp}` } : {}),
  };
}

function certify(role: AuthorityRole, now: Date, above?: CertifiedKey, links?: CertificateLinks): CertifiedKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const request = {
    purpose: role,
    subject: { commonName: `${TITLES[role]} ${DEMONSTRATION}`, organisation: DEMONSTRATION },
    publicKey,
    validFrom: shiftYears(now, -YEARS_BACK),
    validTo: shiftYears(now, YEARS_AHEAD),
    ...(links === undefined ? {} : { links }),
  };
  return { key: privateKey, certificate: writeCertificate(request, above ?? { key: privateKey }) };
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function save(authority: Authority): Promise<void> {
  const { dir } = authority;
  const secret = { mode: 0o600, flag: 'wx' };
  for (const role of AUTHORITY_ROLES) {
    await writeFile(join(dir, `${role}.key`), pemOf(authority[role].key), secret);
    await writeFile(join(dir, `${role}.pem`), authority[role].certificate.toString());
  }
  const { baseUrl, namesOcsp } = authority;
  await writeFile(join(dir, 'authority.json'), `${JSON.stringify({ baseUrl, namesOcsp })}\n`);
}

/**
 * `dir` must be absent or empty; keys are written there with mode 0600, `authority.json` last. Certificates are valid
 * from two years before `now`.
 */
export async function createAuthority(dir: string, options: AuthorityOptions): Promise<Authority> {
  const { now } = options;
  const place = { baseUrl: options.baseUrl, namesOcsp: options.namesOcsp ?? false };
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0) throw new Error(`Folder otoritas demonstrasi tidak kosong: ${dir}`);
  const { issued, revoked } = recordFolders(dir);
  await mkdir(issued);
  await mkdir(revoked);
  const root = certify('root', now);
  const issuing = certify('issuing', now, root, linksBelow(place, 'root'));
  const timestamping = certify('timestamping', now, issuing, linksBelow(place, 'issuing'));
  const ocsp = certify('ocsp', now, issuing, linksBelow(place, 'issuing'));
  const authority = { dir, ...place, root, issuing, timestamping, ocsp };
  await save(authority);
  return authority;
}
