import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../server/runtime/project-root.ts';
import { BENCHES } from './benches.ts';
import { openScene } from './scene.ts';
import { printResult, printTable } from './print-table.ts';
import type { BenchResult } from './result.ts';

const wanted = process.argv.slice(2).map((name) => name.toUpperCase());
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`Tidak dikenal: ${unknown.join(', ')}. Pilih dari: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

const scene = openScene();
const results: BenchResult[] = [];
try {
  for (const [id, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    for (const result of await bench(scene)) {
      results.push(result);
      printResult(result);
    }
  }
} finally {
  await scene.close();
}

const folder = join(projectRoot, 'bench', 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`);
printTable(results);
process.exit(results.some(({ pass }) => pass === false) ? 1 : 0);
