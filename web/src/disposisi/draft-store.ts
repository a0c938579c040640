import { useCallback, useSyncExternalStore } from 'react';
import type { DispositionDraft } from './disposition-draft.ts';

/** Unsent dispositions of this tab by desk, letter and the disposition passed on; going to another letter keeps them. */
const drafts = new Map<string, DispositionDraft>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface DraftPlace {
  desk: string | undefined;
  incomingId: string;
  parentItemId: string | null;
}

function keyOf({ desk, incomingId, parentItemId }: DraftPlace): string {
  return [desk, incomingId, parentItemId].join('/');
}

export function keepDispositionDraft(place: DraftPlace, draft: DispositionDraft | undefined): void {
  if (draft === undefined) drafts.delete(keyOf(place));
  else drafts.set(keyOf(place), draft);
  for (const listener of listeners) listener();
}

export function hasDispositionDraft(place: DraftPlace): boolean {
  return drafts.has(keyOf(place));
}

export function useDispositionDraft(place: DraftPlace): DispositionDraft | undefined {
  const key = keyOf(place);
  return useSyncExternalStore(
    subscribe,
    useCallback(() => drafts.get(key), [key]),
  );
}
