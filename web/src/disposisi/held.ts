import { useSyncExternalStore } from 'react';
import type { Disposition } from '../../../server/dispositions/contract.ts';
import { agencyNow } from '../format/dates.ts';
import { readKept, writeKept, type Held } from './kept-held.ts';

const storageKey = 'lontar.held';

const clockNow = () => ({ device: Date.now(), page: performance.now() });

function keep(rows: readonly Held[]): void {
  if (rows.length === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, writeKept(rows, clockNow()));
}

let held: readonly Held[] = readKept(sessionStorage.getItem(storageKey), clockNow());
const listeners = new Set<() => void>();

function setHeld(next: readonly Held[]): void {
  held = next;
  keep(next);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The remaining time follows the clock of the server and is never longer than the whole. */
export function hold(given: Disposition): void {
  const totalMs = Date.parse(given.deliverAt) - Date.parse(given.createdAt);
  const leftMs = Math.min(totalMs, Date.parse(given.deliverAt) - agencyNow().getTime());
  if (given.state !== 'held' || leftMs <= 0) return;
  const row = { id: given.id, incomingId: given.incomingId, untilMs: performance.now() + leftMs, totalMs };
  setHeld([...held.filter(({ id }) => id !== given.id), row]);
}

export function letGo(id: string): void {
  setHeld(held.filter((one) => one.id !== id));
}

/** Another person sits down here: what was held goes on without a bar. */
export function forgetHeld(): void {
  setHeld([]);
}

export function useHeld(): readonly Held[] {
  return useSyncExternalStore(subscribe, () => held);
}
