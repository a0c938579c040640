import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { buildIfChanged } from './build.mjs';
import { installIfChanged } from './install.mjs';
import { projectRoot, run } from './run-tool.mjs';

// Measures compiled code, as production runs it; the copy is its own, so that a build meanwhile changes nothing.
const compiled = join(projectRoot, 'dist', '.bench');
const sources = ['server', 'workers', 'migrations', 'bench', 'test/support', 'test/pdf', 'web/src/konsep'];

await installIfChanged();
// `npm run bench:search` takes sizes, everything else the names of measurements.
const isSearch = process.argv[2] === '--search';
const wanted = process.argv.slice(isSearch ? 3 : 2);
if (!isSearch && (wanted.length === 0 || wanted.some((name) => name.toUpperCase() === 'WEB')))
  await buildIfChanged(['web']);
rmSync(compiled, { recursive: true, force: true });
sources.flatMap(listSources).forEach(compile);
const { code } = await run(process.execPath, [
  '--expose-gc',
  join(compiled, 'bench', isSearch ? 'search-main.js' : 'main.js'),
  ...wanted,
]);
process.exitCode = code;

function listSources(folder) {
  return readdirSync(join(projectRoot, folder), { recursive: true })
    .filter((name) => /(?<![.](test|d))[.]ts$/u.test(name))
    .map((name) => join(folder, name));
}

function compile(path) {
  const { outputText } = ts.transpileModule(readFileSync(join(projectRoot, path), 'utf8'), {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const target = join(compiled, path.replace(/[.]ts$/u, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
}
