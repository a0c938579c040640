import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Authority, AuthorityRole, CertifiedKey } from './authority.ts';

const Settings = z.object({ baseUrl: z.string(), namesOcsp: z.boolean() });

async function loadRole(dir: string, role: AuthorityRole): Promise<CertifiedKey> {
  const [key, certificate] = await Promise.all([
    readFile(join(dir, `${role}.key`)),
    readFile(join(dir, `${role}.pem`)),
  ]);
  return { key: createPrivateKey(key), certificate: new X509Certificate(certificate) };
}

/** Opens what `createAuthority` wrote. Rejects when a file is missing: `authority.json` is written last. */
export async function loadAuthority(dir: string): Promise<Authority> {
  const settings = Settings.parse(JSON.parse(await readFile(join(dir, 'authority.json'), 'utf8')));
  const [root, issuing, timestamping, ocsp] = await Promise.all([
    loadRole(dir, 'root'),
    loadRole(dir, 'issuing'),
    loadRole(dir, 'timestamping'),
    loadRole(dir, 'ocsp'),
  ]);
  return { dir, ...settings, root, issuing, timestamping, ocsp };
}
