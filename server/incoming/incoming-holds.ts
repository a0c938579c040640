import type { Hold } from '../letters/journey-holds.ts';
import type { Moments, Turn } from './journey-queries.ts';

/** The registry as holder, which is no single desk. */
export const REGISTRY = 'registry';

export interface IncomingHold extends Hold {
  isRunning: boolean;
}

interface Held {
  moments: Moments;
  turns: readonly Turn[];
  /** Dispositions that were delivered. */
  items: readonly { positionId: string; receivedAt: string | null; closedAt: string | null; isOpen: boolean }[];
  now: string;
}

/**
 * Who had an incoming letter when: the registry until it directed it, each addressed desk until it had done its part,
 * each recipient of a disposition until it was closed, given back or recalled. What is over for the letter is over for all.
 */
export function deriveIncomingHolds({ moments, turns, items, now }: Held): IncomingHold[] {
  const { receivedAt, directedAt, doneAt, cancelledAt } = moments;
  const ended = cancelledAt ?? doneAt;
  const holds = [
    hold(REGISTRY, receivedAt, directedAt ?? ended, now),
    ...turns.map((turn) => hold(turn.positionId, turn.receivedAt, turn.settledAt ?? ended, now)),
    ...items.flatMap((item) =>
      item.receivedAt === null
        ? []
        : [hold(item.positionId, item.receivedAt, item.isOpen ? null : (item.closedAt ?? item.receivedAt), now)],
    ),
  ];
  return holds
    .filter(({ positionId, from, to }) => positionId !== REGISTRY || from < to)
    .sort((left, right) => left.from.localeCompare(right.from));
}

function hold(positionId: string, from: string, to: string | null, now: string): IncomingHold {
  // A letter that is received before it is registered may be directed at a moment before that.
  return { positionId, from, to: to === null ? now : latest(from, to), endedBy: null, isRunning: to === null };
}

const latest = (left: string, right: string): string => (left > right ? left : right);
