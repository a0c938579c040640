import { useSyncExternalStore } from 'react';

const storageKey = 'lontar.desk';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The appointment this tab acts from; kept per tab, so that two tabs may sit at two desks. */
export function currentDesk(): string | undefined {
  return sessionStorage.getItem(storageKey) ?? undefined;
}

export function chooseDesk(appointmentId: string | undefined): void {
  if (appointmentId === undefined) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, appointmentId);
  for (const listener of listeners) listener();
}

export function useDesk(): string | undefined {
  return useSyncExternalStore(subscribe, currentDesk);
}
