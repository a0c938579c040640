import type { KeptQuery } from './device-cache.ts';

interface Classified {
  securityClass: string;
}

interface ListData {
  pages: { items: Classified[] }[];
  pageParams: unknown[];
}

/** Rahasia and Sangat Rahasia are never written to a device. */
export function isSecret({ securityClass }: Classified): boolean {
  return securityClass === 'R' || securityClass === 'SR';
}

/** Paths of the inbox whose answers are kept, and what of the answer. */
const lists = ['/incoming'];
const plain = ['/incoming/counts', '/counts'];
const ofLetter = ['/incoming/:incomingId', '/incoming/:incomingId/disposition-options'];
export const keptPaths: readonly string[] = [...lists, ...plain, ...ofLetter];

/** The first pages of a list are enough for the last letters. */
const keptListPages = 2;

function trimList({ pages, pageParams }: ListData): ListData {
  return {
    pages: pages
      .slice(0, keptListPages)
      .map((page) => ({ ...page, items: page.items.filter((item) => !isSecret(item)) })),
    pageParams: pageParams.slice(0, keptListPages),
  };
}

type Answer = Pick<KeptQuery, 'queryKey' | 'data'>;
type Chosen = Pick<KeptQuery, 'data' | 'incomingId'>;

/** What of an answer may be kept; undefined when nothing. `isKnownSecret` says so of a letter by its id. */
export function chooseKept(
  { queryKey, data }: Answer,
  isKnownSecret: (incomingId: string) => boolean,
): Chosen | undefined {
  const path = String(queryKey[0]);
  if (lists.includes(path)) return { data: trimList(data as ListData), incomingId: null };
  if (plain.includes(path)) return { data, incomingId: null };
  const id = (queryKey[2] as { params?: { incomingId?: string } } | undefined)?.params?.incomingId;
  if (id === undefined || !ofLetter.includes(path)) return undefined;
  const secret = path === '/incoming/:incomingId' ? isSecret(data as Classified) : isKnownSecret(id);
  return secret ? undefined : { data, incomingId: id };
}

/** Letters beyond the newest `keep`, by when they were last read from the server. */
export function chooseDropped(kept: readonly Pick<KeptQuery, 'incomingId' | 'updatedAt'>[], keep: number): string[] {
  const last = new Map<string, number>();
  for (const { incomingId, updatedAt } of kept)
    if (incomingId !== null) last.set(incomingId, Math.max(updatedAt, last.get(incomingId) ?? 0));
  return [...last]
    .sort(([, a], [, b]) => b - a)
    .slice(keep)
    .map(([id]) => id);
}
