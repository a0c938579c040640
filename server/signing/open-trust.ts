import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { currentCrl } from './authority/current-crl.ts';
import { loadAuthority } from './authority/load-authority.ts';
import type { Authority } from './authority/authority.ts';
import type { TrustSource } from './deps.ts';

/** Where the demonstration authority lives. */
export function authorityDir(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'authority');
}

/**
 * Whom signatures are judged by: the demonstration authority, or the `.pem`/`.crt` roots and `.crl` lists that an
 * administrator puts into `trust/` of the data folder.
 */
export function openTrust(config: Pick<Config, 'dataDir' | 'isDemo'>, now: () => Date): TrustSource {
  return config.isDemo ? demoTrust(authorityDir(config), now) : folderTrust(join(config.dataDir, 'trust'));
}

function demoTrust(dir: string, now: () => Date): TrustSource {
  let loading: Promise<Authority> | undefined;
  const authority = () => (loading ??= loadAuthority(dir).catch(forget));
  const forget = (error: unknown): never => {
    loading = undefined;
    throw error;
  };
  return {
    anchors: async () => [(await authority()).root.certificate.toString()],
    crls: async () => {
      const loaded = await authority();
      return Promise.all([currentCrl(loaded, now(), 'issuing'), currentCrl(loaded, now(), 'root')]);
    },
  };
}

function folderTrust(dir: string): TrustSource {
  const filesOf = async (pattern: RegExp) => {
    const names = await readdir(dir).catch(() => [] as string[]);
    return Promise.all(names.filter((name) => pattern.test(name)).map((name) => readFile(join(dir, name))));
  };
  return {
    anchors: async () => (await filesOf(/[.](pem|crt)$/u)).map((bytes) => bytes.toString('utf8')),
    crls: () => filesOf(/[.]crl$/u),
  };
}
