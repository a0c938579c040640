import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PostgresBinaries } from './find-postgres.ts';
import type { ServiceUser } from './service-user.ts';
import { StartupError } from './startup-error.ts';

export interface Cluster {
  dataFolder: string;
  user: ServiceUser | null;
  binaries: PostgresBinaries;
}

/** Runs initdb beside the final folder and renames, so that a broken first start leaves nothing half made. */
export async function createCluster({ dataFolder, user, binaries }: Cluster, password: string): Promise<void> {
  const draft = `${dataFolder}.new`;
  const passwordPath = `${dataFolder}.password`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordPath, password, { mode: 0o600 });
  if (user) chownSync(passwordPath, user.uid, user.gid);
  try {
    const osLocale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    await runAs(user, binaries.initdb, [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordPath}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...(binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
      `--locale=${osLocale}`,
      '--data-checksums',
    ]);
    renameSync(draft, dataFolder);
  } finally {
    rmSync(passwordPath, { force: true });
  }
}

/** Refuses data that another major version wrote: Postgres cannot read it. */
export function checkClusterVersion({ dataFolder, binaries }: Cluster): void {
  const versionPath = join(dataFolder, 'PG_VERSION');
  if (!existsSync(versionPath))
    throw new StartupError(
      `Folder ${dataFolder} ada tetapi bukan data PostgreSQL: kosongkan folder itu atau pilih DATA_DIR lain.`,
    );
  const found = readFileSync(versionPath, 'utf8').trim();
  if (found === String(binaries.major)) return;
  throw new StartupError(
    `Data di ${dataFolder} dibuat oleh PostgreSQL ${found}, sedangkan yang terpasang PostgreSQL ${binaries.major}: pindahkan dengan pg_upgrade atau isi DATABASE_URL.`,
  );
}

function runAs(user: ServiceUser | null, command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], LANG: 'C', TZ: 'UTC' },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartupError(`PostgreSQL tidak dapat menyiapkan foldernya (initdb): ${output.trim()}`));
    });
  });
}
