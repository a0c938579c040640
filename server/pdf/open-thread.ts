import { Worker } from 'node:worker_threads';

/** Starts the thread that performs typesetting jobs. */
export function openThread(): Worker {
  const built = new URL('./preview-worker.js', import.meta.url);
  if (!import.meta.url.endsWith('.ts')) return new Worker(built);
  // A thread of Node 20 does not inherit the loader that runs the sources in tests.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const source = JSON.stringify(new URL('./preview-worker.ts', import.meta.url).href);
  return new Worker(`import(${loader}).then(({ register }) => { register(); return import(${source}); })`, {
    eval: true,
  });
}
