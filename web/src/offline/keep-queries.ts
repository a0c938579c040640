import type { QueryClient } from '@tanstack/react-query';
import { chooseDropped, chooseKept, isSecret, keptPaths } from './choose-kept.ts';
import { dropLetters, keepQuery, keptLetters, listKeptQueries } from './device-cache.ts';

/** A device that is slow to open its storage never holds up the screen for longer. */
const restoreLimitMs = 300;
const pruneAfterMs = 20_000;

/** The library types the data of a cached query as anything; here it is read as something unknown. */
interface Answered {
  data: unknown;
  dataUpdatedAt: number;
}

let keptFor: string | undefined;

async function restore(client: QueryClient, personId: string): Promise<void> {
  for (const { queryKey, data, updatedAt } of await listKeptQueries(personId))
    if (client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, data, { updatedAt });
}

async function prune(personId: string): Promise<void> {
  const dropped = chooseDropped(await listKeptQueries(personId), keptLetters);
  if (dropped.length > 0) await dropLetters(dropped);
}

function isKnownSecret(client: QueryClient, incomingId: string): boolean {
  const found = client.getQueriesData<{ id: string; securityClass: string }>({ queryKey: ['/incoming/:incomingId'] });
  return found.some(([, letter]) => letter?.id === incomingId && isSecret(letter));
}

function watch(client: QueryClient, personId: string): void {
  const stop = client.getQueryCache().subscribe((event) => {
    if (keptFor !== personId) {
      stop();
      return;
    }
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    const queryKey = event.query.queryKey as readonly unknown[];
    const state: Answered = event.query.state;
    if (!keptPaths.includes(String(queryKey[0]))) return;
    const chosen = chooseKept({ queryKey, data: state.data }, (id) => isKnownSecret(client, id));
    if (chosen === undefined) return;
    // Storage that is full or forbidden costs the reading without a connection, nothing else.
    void keepQuery({ ...chosen, personId, queryKey, updatedAt: state.dataUpdatedAt }).catch(() => undefined);
  });
}

/**
 * Once for each person: rows of the last visit stand there at once, with their age, and every newer answer of the inbox
 * takes their place on the device.
 */
export async function keepQueries(client: QueryClient, personId: string): Promise<void> {
  if (keptFor === personId) return;
  keptFor = personId;
  for (const path of keptPaths) client.setQueryDefaults([path], { gcTime: Infinity });
  watch(client, personId);
  setTimeout(() => void prune(personId).catch(() => undefined), pruneAfterMs);
  const late = new Promise<void>((resolve) => setTimeout(resolve, restoreLimitMs));
  await Promise.race([restore(client, personId).catch(() => undefined), late]);
}

export function stopKeeping(): void {
  keptFor = undefined;
}
