import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ts from 'typescript';
import { projectRoot } from '../../server/runtime/project-root.ts';
import { makeTestFolder } from './database.ts';

/** A compiled installation in a folder of its own: the real supervisor and migrations, small programs as API and workers. */
export interface Installation {
  folder: string;
  dataDir: string;
  remove: () => void;
}

export interface RunningSupervisor {
  process: ChildProcess;
  /** Everything it printed so far. */
  output: () => string;
  waitForLine: (pattern: RegExp, timeoutMs?: number) => Promise<void>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

const apiProgram = `
import { createServer } from 'node:http';
import pg from 'pg';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 2000 });
pool.on('error', () => {});
createServer(async (request, response) => {
  try {
    await pool.query('select 1');
    response.end(JSON.stringify({ pid: process.pid, env: process.env }));
  } catch (error) {
    response.statusCode = 503;
    response.end(error.message);
  }
}).listen(Number(process.env.PORT), process.env.HOST);
`;
const workersProgram = `
import { writeFileSync } from 'node:fs';
writeFileSync(process.env.DATA_DIR + '/workers.pid', String(process.pid));
process.send({ type: 'health', isHealthy: true });
setInterval(() => {}, 1000);
`;
const demoProgram = `
import { writeFileSync } from 'node:fs';
console.log('akun demonstrasi: ' + new URL(process.env.MIGRATION_DATABASE_URL).username);
writeFileSync(process.env.DATA_DIR + '/demo.pid', String(process.pid));
setTimeout(() => {}, Number(process.env.SLOW_DEMO_MS ?? 0));
`;

/** The same before compilation, in a folder with a blank in its name, for the start script to build. */
export function makeSourceInstallation(): Installation {
  const outside = makeTestFolder();
  const folder = join(outside, 'folder dengan spasi');
  for (const path of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts'])
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const path of supervisorSources()) cpSync(join(projectRoot, path), join(folder, path));
  // The small programs are JavaScript: their types are none of this test's business.
  place(join(folder, 'server/main.ts'), `// @ts-nocheck\n${apiProgram}`);
  place(join(folder, 'workers/main.ts'), `// @ts-nocheck\n${workersProgram}`);
  return { folder, dataDir: join(outside, 'data'), remove: () => rmSync(outside, { recursive: true, force: true }) };
}

export function makeInstallation(): Installation {
  const folder = makeTestFolder();
  const dist = join(folder, 'dist');
  cpSync(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const path of supervisorSources()) compile(path, dist);
  place(join(dist, 'server/main.js'), apiProgram);
  place(join(dist, 'workers/main.js'), workersProgram);
  place(join(dist, 'workers/seed-demo.js'), demoProgram);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, dataDir: join(folder, '.data'), remove };
}

/** Starts the supervisor, by default as it is after building. */
export function startSupervisor(
  { folder, dataDir }: Installation,
  env: NodeJS.ProcessEnv,
  script = 'dist/server/runtime/main.js',
): RunningSupervisor {
  const { DATABASE_URL: _database, REDIS_URL: _redis, NODE_ENV: _mode, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(folder, script)], {
    cwd: folder,
    env: { ...inherited, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  const waitForLine = async (pattern: RegExp, timeoutMs?: number) => {
    await eventually(`a line like ${String(pattern)}`, () => pattern.test(output) || undefined, timeoutMs);
  };
  return {
    process: child,
    output: () => output,
    waitForLine,
    ended,
  };
}

/** Asks again until there is an answer. */
export async function eventually<Value>(
  what: string,
  ask: () => Value | undefined | Promise<Value | undefined>,
  timeoutMs = 25_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`did not come: ${what}`);
    await sleep(50);
  }
}

function supervisorSources(): string[] {
  const mailboxes = ['server/intake/mailbox-address.ts', 'server/mail-intake/mailbox.ts'];
  const single = ['server/config.ts', 'server/migrate.ts', 'server/backup/backup-names.ts', ...mailboxes];
  return [...sourcesIn('server/runtime'), ...sourcesIn('migrations'), ...single];
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(projectRoot, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

function compile(path: string, dist: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(projectRoot, path), 'utf8'), {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  place(join(dist, path.replace(/[.]ts$/u, '.js')), outputText);
}

function place(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
