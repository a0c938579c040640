import { useSyncExternalStore } from 'react';
import { useSession } from '../accounts/session.ts';
import { outboxView } from './device-outbox.ts';
import type { OutboxEntry } from './outbox.ts';

/** What the logged-in person did on this device that has not reached the server. */
export function useOutbox(): OutboxEntry[] {
  const { person } = useSession();
  const all = useSyncExternalStore(
    (listener) => outboxView.subscribe(listener),
    () => outboxView.current(),
  );
  return all.filter((entry) => entry.personId === person.id);
}

/** The disposition of one letter that waits for a connection. */
export function useWaitingDisposition(incomingId: string): OutboxEntry | undefined {
  return useOutbox().find((entry) => entry.incomingId === incomingId && entry.command.kind === 'disposition');
}
