/** What the worker answers itself: a page by its frame, or one of the kept files. */
export type Kept = 'shell' | 'file';

interface Asked {
  method: string;
  mode: string;
  url: string;
}

interface Known {
  origin: string;
  files: readonly string[];
}

/** Answered by the server alone, also when opened as a page: downloads, health, the demonstration authority. */
const ofServer = /^\/(api|health|demo-authority)(\/|$)/u;

/** Undefined leaves the request to the browser; no answer of the API ever passes through the worker. */
export function answerWith({ method, mode, url }: Asked, { origin, files }: Known): Kept | undefined {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin || ofServer.test(address.pathname)) return undefined;
  if (mode === 'navigate') return 'shell';
  return address.pathname === '/emblem.svg' || files.includes(address.pathname) ? 'file' : undefined;
}
