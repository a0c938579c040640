import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { LetterListItem } from '../../../server/letters/contract.ts';
import { useOperation } from '../api/index.ts';
import { listLetters } from '../letters/letter-operations.ts';

export interface SigningQueue {
  /** Place of the letter among those that wait, from 1; undefined once it waits no more. */
  at: number | undefined;
  of: number;
  /** Others that still wait for a signature. */
  others: number;
  move: (step: 1 | -1) => void;
  /** Opens the letter that follows, or the list when none is left. */
  openNext: () => void;
}

/** The letters that wait for this desk's signature, seen from one of them. */
export function useSigningQueue(letterId: string): SigningQueue {
  const navigate = useNavigate();
  const list = useOperation(listLetters, { query: { box: 'to_sign', limit: 100 } }, { keepPrevious: true });
  const items = list.data?.items ?? [];
  const index = items.findIndex((item) => item.id === letterId);
  const lastIndex = useRef(0);
  if (index >= 0) lastIndex.current = index;
  const others = items.filter((item) => item.id !== letterId && item.status === 'ready_to_sign');

  const open = (item: LetterListItem | undefined) => {
    if (item === undefined) void navigate({ to: '/ttd' });
    else void navigate({ to: '/ttd/$id', params: { id: item.id } });
  };

  return {
    at: index < 0 ? undefined : index + 1,
    of: list.data?.total ?? 0,
    others: others.length,
    move: (step) => {
      const next = items[index + step];
      if (index >= 0 && next !== undefined) open(next);
    },
    openNext: () => {
      const place = items[lastIndex.current];
      const following = items.slice(lastIndex.current).find((item) => others.includes(item));
      open(following ?? others.find((item) => item !== place) ?? others[0]);
    },
  };
}
