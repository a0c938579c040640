import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, recordFolders } from './authority.ts';

const Revocation = z.object({ revokedAt: z.coerce.date() });

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function requireSerial(serial: string): string {
  if (!/^[0-9A-Fa-f]{2,40}$/.test(serial)) throw new TypeError('A serial number is hexadecimal');
  return serial.toUpperCase();
}

/** `serial` is hexadecimal. The first revocation of a certificate stands. */
export async function revokeCertificate(authority: Authority, serial: string, revokedAt: Date): Promise<void> {
  const { revoked } = recordFolders(authority.dir);
  await mkdir(revoked, { recursive: true });
  const path = join(revoked, `${requireSerial(serial)}.json`);
  const record = `${JSON.stringify({ revokedAt: revokedAt.toISOString() })}\n`;
  await writeFile(path, record, { flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
}

export async function findRevocation(authority: Authority, serial: string): Promise<Date | undefined> {
  const path = join(recordFolders(authority.dir).revoked, `${requireSerial(serial)}.json`);
  try {
    return Revocation.parse(JSON.parse(await readFile(path, 'utf8'))).revokedAt;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

export async function isIssued(authority: Authority, serial: string): Promise<boolean> {
  const own = [authority.timestamping, authority.ocsp].map(({ certificate }) => certificate.serialNumber);
  if (own.includes(requireSerial(serial))) return true;
  const names = await readdir(recordFolders(authority.dir).issued);
  return names.includes(`${requireSerial(serial)}.pem`);
}

export async function listRevocations(authority: Authority): Promise<{ serial: string; revokedAt: Date }[]> {
  const names = await readdir(recordFolders(authority.dir).revoked);
  const serials = names.map((file) => file.replace(/\.json$/, '')).sort();
  const dates = await Promise.all(serials.map((serial) => findRevocation(authority, serial)));
  return serials.flatMap((serial, index) => {
    const revokedAt = dates[index];
    return revokedAt === undefined ? [] : [{ serial, revokedAt }];
  });
}
