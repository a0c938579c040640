import { clear, createStore, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import type { Session } from '../../../server/accounts/contract.ts';

/** One answer of the server as the query library holds it. */
export interface KeptQuery {
  personId: string;
  queryKey: readonly unknown[];
  data: unknown;
  /** Milliseconds since 1970, by the device. */
  updatedAt: number;
  /** The letter it belongs to; null for lists. */
  incomingId: string | null;
}

export interface KeptPage {
  personId: string;
  incomingId: string;
  image: Blob;
}

/** Letters that stay readable without a connection. */
export const keptLetters = 50;

let opened: UseStore | undefined;

function table(): UseStore {
  opened ??= createStore('lontar-masuk', 'masuk');
  return opened;
}

const sessionKey = 'sesi';
const queryPrefix = 'jawaban ';
const pagePrefix = 'halaman ';

export async function keepSession(session: Session): Promise<void> {
  await set(sessionKey, session, table());
}

export async function findKeptSession(): Promise<Session | undefined> {
  return get<Session>(sessionKey, table());
}

export async function keepQuery(kept: KeptQuery): Promise<void> {
  await set(`${queryPrefix}${kept.personId} ${JSON.stringify(kept.queryKey)}`, kept, table());
}

export async function listKeptQueries(personId: string): Promise<KeptQuery[]> {
  const all = await entries<string, KeptQuery>(table());
  return all.filter(([key]) => key.startsWith(`${queryPrefix}${personId} `)).map(([, kept]) => kept);
}

function pageKey(personId: string, incomingId: string): string {
  return `${pagePrefix}${personId} ${incomingId}`;
}

export async function keepPage(page: KeptPage): Promise<void> {
  await set(pageKey(page.personId, page.incomingId), page, table());
}

export async function findKeptPage(personId: string, incomingId: string): Promise<Blob | undefined> {
  return (await get<KeptPage>(pageKey(personId, incomingId), table()))?.image;
}

/** Everything of these letters, for example when one turns out to be Rahasia or is older than the last fifty. */
export async function dropLetters(incomingIds: readonly string[]): Promise<void> {
  const all = await entries<string, { incomingId?: string | null }>(table());
  const keys = all.filter(([, { incomingId }]) => incomingIds.includes(incomingId ?? '')).map(([key]) => key);
  await delMany(keys, table());
}

/** Nothing of the session stays on the device. */
export async function clearDeviceCache(): Promise<void> {
  await clear(table());
}

/** Whoever logs in finds nothing of another person. */
export async function keepOnlyCacheOf(personId: string): Promise<void> {
  const all = await entries<string, { personId?: string; person?: { id: string } }>(table());
  const keys = all.filter(([, kept]) => (kept.personId ?? kept.person?.id) !== personId).map(([key]) => key);
  await delMany(keys, table());
}
