import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../server/runtime/project-root.ts';
import { printTable } from './print-table.ts';
import { openScene } from './scene.ts';
import { benchSearch } from './search.ts';

const DEFAULT_SIZES = [10_000, 100_000, 1_000_000];

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size, place) => !Number.isInteger(size) || size < 1000 || size <= (sizes[place - 1] ?? 0))) {
  console.error('Ukuran ditulis sebagai bilangan yang menaik, mulai 1000: npm run bench:search -- 10000 100000');
  process.exit(1);
}

const scene = openScene();
try {
  const results = await benchSearch(scene, sizes.length === 0 ? DEFAULT_SIZES : sizes);
  const folder = join(projectRoot, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'search.json'), `${JSON.stringify(results, null, 2)}\n`);
  printTable(results);
  process.exitCode = results.some(({ pass }) => pass === false) ? 1 : 0;
} finally {
  await scene.close();
}
