import { join } from 'node:path';
import { projectRoot } from '../server/runtime/project-root.ts';
import { type BenchResult, judge } from './result.ts';
import { measureWeb } from './web-sizes.ts';

/** Size of the web client in kB (1000 bytes) under brotli. */
export function benchWeb(): Promise<BenchResult[]> {
  const { initialJs, initialCss, lazy } = measureWeb(join(projectRoot, 'dist', 'web'));
  const [largest, bytes] = [...lazy].sort(([, one], [, other]) => other - one)[0] ?? ['', 0];
  return Promise.resolve([
    sizeOf('WEB-js', 'skrip awal aplikasi web', initialJs, 150),
    sizeOf('WEB-css', 'gaya awal aplikasi web', initialCss, 15),
    sizeOf('WEB-lazy', `bagian terbesar yang dimuat kemudian (${largest})`, bytes, 180),
  ]);
}

function sizeOf(id: string, what: string, bytes: number, atMost: number): BenchResult {
  const size = bytes / 1000;
  return {
    id,
    what,
    ratio: size,
    ...judge(size, { atMost }),
    ours: size,
    baseline: null,
    unit: 'kB brotli',
    blocks: 1,
    low: size,
    high: size,
  };
}
