import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installIfChanged } from './install.mjs';
import { projectRoot, runTool } from './run-tool.mjs';

const codeFolders = ['server', 'workers', 'migrations', 'test', 'bench', 'web/src'].filter(holdsFiles);

const checks = [
  { name: 'eslint', tool: ['eslint', 'eslint'], args: eslintArgs() },
  { name: 'tsc', tool: ['typescript', 'tsc'], args: ['--noEmit', '-p', 'tsconfig.json'] },
  ...(holdsFiles('web/src')
    ? [{ name: 'tsc web', tool: ['typescript', 'tsc'], args: ['--noEmit', '-p', 'web/tsconfig.json'] }]
    : []),
  { name: 'prettier', tool: ['prettier', 'prettier'], args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'dependency-cruiser', tool: ['dependency-cruiser', 'depcruise'], args: codeFolders },
  { name: 'knip', tool: ['knip', 'knip'], args: ['--no-progress'] },
  { name: 'jscpd', tool: ['jscpd', 'jscpd'], args: ['--config', '.jscpd.json', ...codeFolders] },
];

await installIfChanged();
const wanted = process.argv.slice(2);
const waiting = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const failed = [];
await Promise.all([workOff(), workOff()]);
console.log(
  failed.length === 0
    ? `check: semua lulus.`
    : `check: ${failed.length} gagal (${failed.join(', ')}); ulangi satu saja dengan "npm run check -- ${failed[0]}".`,
);
process.exitCode = Math.min(failed.length, 100);

async function workOff() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { code, output, seconds } = await runTool(...check.tool, check.args, { quiet: true });
    console.log(`${code === 0 ? 'lulus' : 'GAGAL'}  ${check.name}  ${seconds.toFixed(1)} s`);
    if (code === 0) continue;
    failed.push(check.name);
    console.log(output.trimEnd());
  }
}

function eslintArgs() {
  return ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--cache-strategy', 'content'];
}

function holdsFiles(folder) {
  const path = join(projectRoot, folder);
  return (
    existsSync(path) && readdirSync(path, { withFileTypes: true, recursive: true }).some((entry) => entry.isFile())
  );
}
