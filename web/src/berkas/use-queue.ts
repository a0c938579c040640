import { useState } from 'react';
import type { UnfiledItem } from '../../../server/filing/contract.ts';
import { useCommand, usePages } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import { acceptCertain, filesTouched, listUnfiled } from './berkas-operations.ts';

/** The queue with its keys: J and K move, Y accepts what is proposed for the current item. */
export function useQueue({ withMoves }: { withMoves: boolean }) {
  const list = usePages(listUnfiled, { query: { limit: 30 } });
  const items = list.pages.flatMap((page) => page.items);
  const [place, setPlace] = useState<string | undefined>(undefined);
  const found = items.findIndex(({ id }) => id === place);
  const at = Math.max(0, found);
  const move = (step: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    setPlace(next?.id);
    document.querySelector(`[data-proposal="${next?.id ?? ''}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const certain = useCommand(acceptCertain, {
    refresh: filesTouched,
    onDone: ({ accepted }) => showToast(`${accepted} item diberkaskan`),
    onProblem: (problem) => showToast(problem.detail ?? problem.title, { tone: 'problem' }),
  });
  const current: UnfiledItem | undefined = items[at];
  useKeys({
    y: () => {
      const follower = items[at + 1] ?? items[at - 1];
      document.querySelector<HTMLElement>(`[data-proposal="${current?.id ?? ''}"] [data-accept]`)?.click();
      setPlace(follower?.id);
    },
    ...(withMoves ? { j: () => move(1), k: () => move(-1) } : {}),
  });
  const last = list.pages.at(-1);
  return { list, items, current, certain, total: last?.total ?? 0, certainCount: last?.certainCount ?? 0, last };
}
