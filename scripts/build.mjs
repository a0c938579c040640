import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installIfChanged } from './install.mjs';
import { projectRoot, runTool } from './run-tool.mjs';

const dist = join(projectRoot, 'dist');
const sharedWithBrowser =
  /(contract|shapes|roles|states|jobs|job-definition|errors|savings-formula|sender-line|letter-body[a-z-]*)[.]ts$/;

const parts = [
  {
    name: 'server',
    label: 'server',
    sources: ['server', 'workers', 'migrations', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    build: buildServer,
  },
  {
    name: 'web',
    label: 'halaman web',
    sources: ['web', 'server', 'package-lock.json'],
    isSource: (path) => !path.startsWith('server/') || sharedWithBrowser.test(path),
    build: buildWeb,
  },
];

/** Compiles what changed since the last time into dist/; all parts, or those named. */
export async function buildIfChanged(wanted = []) {
  const stale = parts
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    .map((part) => ({ ...part, stamp: stampOf(part), stampPath: join(dist, `.${part.name}-stamp`) }))
    .filter(({ stamp, stampPath }) => !existsSync(stampPath) || readFileSync(stampPath, 'utf8') !== stamp);
  if (stale.length === 0) return;
  console.log(`Membangun ${stale.map(({ label }) => label).join(' dan ')} ...`);
  mkdirSync(dist, { recursive: true });
  await Promise.all(
    stale.map(async ({ build, label, stamp, stampPath }) => {
      rmSync(stampPath, { force: true });
      const { code, output } = await build();
      if (code !== 0) {
        console.error(`${output.trimEnd()}\nGagal membangun ${label}; perbaiki kesalahan di atas, lalu ulangi.`);
        process.exit(1);
      }
      writeFileSync(stampPath, stamp);
    }),
  );
}

/** Compiles beside and swaps at the end: no half-built server, and no migration whose source was deleted. */
async function buildServer() {
  const next = join(dist, '.next');
  rmSync(next, { recursive: true, force: true });
  const result = await runTool('typescript', 'tsc', ['-p', 'tsconfig.build.json', '--outDir', next], { quiet: true });
  if (result.code !== 0) return result;
  for (const folder of ['server', 'workers', 'migrations']) {
    rmSync(join(dist, folder), { recursive: true, force: true });
    if (existsSync(join(next, folder))) renameSync(join(next, folder), join(dist, folder));
  }
  rmSync(next, { recursive: true, force: true });
  return result;
}

function buildWeb() {
  if (!existsSync(join(projectRoot, 'web', 'vite.config.ts'))) return { code: 0, output: '' };
  return runTool('vite', 'vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'], {
    quiet: true,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

function stampOf({ sources, isSource = () => true }) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf).filter(isSource)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(projectRoot, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(source) {
  const path = join(projectRoot, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map(({ name }) => `${source}/${name}`)
    .sort()
    .flatMap(filesOf);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await installIfChanged();
  await buildIfChanged(process.argv.slice(2));
}
