import { Worker } from 'node:worker_threads';

/** Starts the thread that performs typesetting jobs. */
export function openThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./preview-worker.js', import.meta.url));
  // A thread of Node 20 does not inherit the loader that runs the sources in tests.
  const source = JSON.stringify(new URL('./preview-worker.ts', import.meta.url).href);
  const program = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(program, { eval: true });
}
