import { answerWith, type Kept } from './worker-rules.ts';

declare const __KEPT_FILES__: string;

interface WaitEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends WaitEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Of the worker's global scope what is used here; the page's own library describes a window. */
interface WorkerScope {
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WaitEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const files = JSON.parse(__KEPT_FILES__) as string[];
const shell = '/';
/** Named by its files, so that two versions never mix. */
const cacheName = `lontar ${files.map((file) => file.split('/').at(-1)).join(' ')}`;
const navigationLimitMs = 4000;

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([new Request(shell, { cache: 'reload' }), '/emblem.svg', ...files]);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function fromCache(path: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(path);
}

/** The server first; the kept frame when it does not answer in time. */
async function navigate(request: Request): Promise<Response> {
  const kept = await fromCache(shell);
  if (kept === undefined) return fetch(request);
  try {
    return await fetch(request, { signal: AbortSignal.timeout(navigationLimitMs) });
  } catch {
    return kept;
  }
}

const answers: Record<Kept, (request: Request) => Promise<Response>> = {
  shell: navigate,
  file: async (request) => (await fromCache(new URL(request.url).pathname)) ?? fetch(request),
};

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const kept = answerWith({ method, mode, url }, { origin: location.origin, files });
  if (kept !== undefined) event.respondWith(answers[kept](event.request));
});
