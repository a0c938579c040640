import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataDir } from './make-data-dir.ts';
import { chooseServiceUser, succeedsAs, type ServiceUser } from './service-user.ts';
import { StartupError } from './startup-error.ts';

export interface ServiceHome {
  /** Holds the data of Postgres and Redis; owned by {@link ServiceHome.user} when there is one. */
  folder: string;
  user: ServiceUser | null;
}

/**
 * Finds the folder where the servers keep their data: inside the data directory, or, when the unprivileged user cannot
 * reach that (a project under a closed home), under /var/lib/lontar. The choice is recorded and kept.
 */
export function prepareServiceHome(
  dataDir: string,
  say: (line: string) => void = () => undefined,
  user: ServiceUser | null = chooseServiceUser(),
  fallbackRoot = '/var/lib/lontar',
): ServiceHome {
  makeDataDir(dataDir);
  if (!user) return { folder: dataDir, user };
  if (existsSync(join(dataDir, 'postgres', 'data')))
    throw new StartupError(
      `Folder data ${dataDir} dibuat oleh pengguna biasa: jalankan Lontar sebagai pengguna itu, bukan root, atau pilih folder lain dengan DATA_DIR.`,
    );
  const recordPath = join(dataDir, 'service-home');
  if (existsSync(recordPath)) return { folder: own(readFileSync(recordPath, 'utf8').trim(), user), user };

  const inside = own(join(dataDir, 'services'), user);
  if (canWrite(user, inside)) return { folder: inside, user };

  const outside = join(fallbackRoot, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  mkdirSync(fallbackRoot, { recursive: true, mode: 0o711 });
  own(outside, user);
  if (!canWrite(user, outside))
    throw new StartupError(
      `Pengguna ${user.name} tidak dapat menulis di ${inside} maupun ${outside}: pilih folder lain dengan DATA_DIR.`,
    );
  writeFileSync(recordPath, `${outside}\n`);
  say(`Folder proyek tertutup bagi pengguna ${user.name}; data PostgreSQL dan Redis disimpan di ${outside}.`);
  return { folder: outside, user };
}

/** Makes the folder and gives it to the user. */
export function own(folder: string, user: ServiceUser | null): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

function canWrite(user: ServiceUser, folder: string): boolean {
  return succeedsAs(user, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder]);
}
