import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Hint } from '../../../server/notifications/contract.ts';
import { buildAddress } from './build-address.ts';
import { touches } from './use-command.ts';

/** A hint of the event stream: what changed, not how; the rights are checked when it is read again. */
type EventHint = z.output<typeof Hint>;

/** A dropped stream comes back by itself within seconds; only a longer gap is worth a word. */
const reconnectGraceMs = 6000;

const segmentsByKind: Record<string, readonly string[]> = {
  letter: ['letters', 'counts', 'home', 'notifications', 'search'],
  incoming: ['incoming', 'counts', 'home', 'letters', 'notifications', 'search'],
  intake: ['intake', 'counts'],
  disposition: ['disposition-items', 'dispositions', 'incoming', 'counts', 'home', 'notifications'],
  disposal: ['disposals', 'papers', 'disposal-due'],
  notification: ['notifications', 'counts'],
};

function readHint(data: string): EventHint | undefined {
  try {
    return JSON.parse(data) as EventHint;
  } catch {
    return undefined;
  }
}

type StreamState = 'connecting' | 'open' | 'lost';

/** Refused for good (session ended, desk no longer valid, server restarting): ask who we are, then try again. */
const refusedRetryMs = 5000;

/**
 * One stream per tab for the chosen desk; every hint makes the queries it touches read again. The browser reconnects by
 * itself with Last-Event-ID. Mounted once, in the shell.
 */
export function useEvents(desk: string | undefined): StreamState {
  const client = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (desk === undefined) return;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (run: () => void, ms: number) => timers.add(setTimeout(run, ms));
    const settle = () => {
      timers.forEach(clearTimeout);
      timers.clear();
    };

    const source = new EventSource(buildAddress('/events', {}, { appointment: desk }));
    source.onopen = () => {
      settle();
      setState('open');
    };
    source.onerror = () => {
      settle();
      later(() => setState('lost'), reconnectGraceMs);
      if (source.readyState !== EventSource.CLOSED) return;
      void client.invalidateQueries({ queryKey: ['session'] });
      later(() => setAttempt((count) => count + 1), refusedRetryMs);
    };
    source.onmessage = (message) => {
      const hint = readHint(String(message.data));
      if (hint === undefined) return;
      const segments = segmentsByKind[hint.kind];
      void client.invalidateQueries({ predicate: (query) => touches(query.queryKey, segments) });
    };
    return () => {
      settle();
      source.close();
    };
  }, [client, desk, attempt]);

  return state;
}
