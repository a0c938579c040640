import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Starts the thread that performs typesetting jobs. */
export function openThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./preview-worker.js', import.meta.url));
  // A thread of Node 20 does not inherit the loader that runs the sources in tests.
  const loader = JSON.stringify(createRequire(import.meta.url).resolve('tsx/esm/api'));
  const source = JSON.stringify(new URL('./preview-worker.ts', import.meta.url).href);
  return new Worker(`require(${loader}).register(); import(${source});`, { eval: true });
}
