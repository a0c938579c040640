import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useOperation } from '../api/index.ts';
import { listLetters } from './letter-operations.ts';

export interface ReviewQueue {
  /** Place of the letter among those that wait, from 1; undefined once it waits no more. */
  at: number | undefined;
  of: number;
  move: (step: 1 | -1) => void;
  /** Opens the letter that follows in the queue, or the list when none is left. */
  openNext: () => void;
}

/** The letters that wait for this desk's initial, seen from one of them. */
export function useReviewQueue(letterId: string): ReviewQueue {
  const navigate = useNavigate();
  const list = useOperation(listLetters, { query: { box: 'to_initial', limit: 100 } }, { keepPrevious: true });
  const ids = (list.data?.items ?? []).map((item) => item.id);
  const index = ids.indexOf(letterId);
  const following = useRef<readonly string[]>([]);
  useEffect(() => {
    if (index >= 0) following.current = [...ids.slice(index + 1), ...ids.slice(0, index)];
  });

  const open = (id: string | undefined) => {
    if (id === undefined) void navigate({ to: '/paraf' });
    else void navigate({ to: '/paraf/$id', params: { id } });
  };

  return {
    at: index < 0 ? undefined : index + 1,
    of: list.data?.total ?? 0,
    move: (step) => {
      const id = ids[index + step];
      if (index >= 0 && id !== undefined) open(id);
    },
    openNext: () => open(following.current[0]),
  };
}
