import { useSyncExternalStore } from 'react';
import type { Disposition } from '../../../server/dispositions/contract.ts';
import { agencyNow } from '../format/dates.ts';

/** A disposition that the server holds back for some seconds and that has reached nobody. */
export interface Held {
  id: string;
  incomingId: string;
  subject: string;
  /** On the clock of `performance.now()`. */
  untilMs: number;
  totalMs: number;
}

let held: readonly Held[] = [];
const listeners = new Set<() => void>();

function setHeld(next: readonly Held[]): void {
  held = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The remaining time follows the clock of the server and is never longer than the whole. */
export function hold(given: Disposition, subject: string): void {
  const totalMs = Date.parse(given.deliverAt) - Date.parse(given.createdAt);
  const leftMs = Math.min(totalMs, Date.parse(given.deliverAt) - agencyNow().getTime());
  if (given.state !== 'held' || leftMs <= 0) return;
  const row = { id: given.id, incomingId: given.incomingId, subject, untilMs: performance.now() + leftMs, totalMs };
  setHeld([...held.filter(({ id }) => id !== given.id), row]);
}

export function letGo(id: string): void {
  setHeld(held.filter((one) => one.id !== id));
}

export function useHeld(): readonly Held[] {
  return useSyncExternalStore(subscribe, () => held);
}
