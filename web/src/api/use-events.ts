import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { buildAddress } from './build-address.ts';
import { touches } from './use-command.ts';

/** A hint of the event stream: what changed, not how; the rights are checked when it is read again. */
export interface EventHint {
  kind: string;
  id: string;
  version?: number;
}

const listeners = new Set<(hint: EventHint) => void>();

const segmentsByKind: Record<string, readonly string[]> = {
  letter: ['letters', 'tasks', 'home', 'drafts', 'signing', 'reviews'],
  incoming: ['incoming', 'tasks', 'home', 'letters'],
  signing: ['signing', 'letters', 'tasks', 'home'],
  notification: ['notifications'],
};

function readHint(data: string): EventHint | undefined {
  try {
    return JSON.parse(data) as EventHint;
  } catch {
    return undefined;
  }
}

export type StreamState = 'connecting' | 'open' | 'lost';

/**
 * One stream per tab for the chosen desk; every hint makes the queries it touches read again. The browser reconnects by
 * itself with Last-Event-ID. Mounted once, in the shell.
 */
export function useEvents(desk: string | undefined): StreamState {
  const client = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');

  useEffect(() => {
    if (desk === undefined) return;
    const source = new EventSource(buildAddress('/events', {}, { appointment: desk }));
    source.onopen = () => setState('open');
    source.onerror = () => setState('lost');
    source.onmessage = (message) => {
      const hint = readHint(String(message.data));
      if (hint === undefined) return;
      const segments = segmentsByKind[hint.kind.split('.')[0] ?? ''];
      void client.invalidateQueries({ predicate: (query) => touches(query.queryKey, segments) });
      for (const listener of listeners) listener(hint);
    };
    return () => source.close();
  }, [client, desk]);

  return state;
}

/** Runs for every hint while mounted; for screens that follow one letter, such as the signing progress. */
export function useHint(listener: (hint: EventHint) => void): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}
