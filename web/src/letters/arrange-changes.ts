import type { BlockChange, BodyDiff, DiffSegment } from '../../../server/letters/letter-body-diff.ts';

export interface ArrangedChanges {
  /** Segments by index of the paragraph in the newer body. */
  segments: ReadonlyMap<number, DiffSegment[]>;
  /** Deleted paragraphs by the index of the newer paragraph they followed; -1: at the very beginning. */
  removed: ReadonlyMap<number, BlockChange[]>;
}

/** Hangs a comparison on the paragraphs of the newer body, so that it can be drawn as the letter it is. */
export function arrangeChanges(diff: BodyDiff): ArrangedChanges {
  const segments = new Map<number, DiffSegment[]>();
  const removed = new Map<number, BlockChange[]>();
  let at = -1;
  for (const change of diff.blocks) {
    if (change.op === 'delete') {
      removed.set(at, [...(removed.get(at) ?? []), change]);
      continue;
    }
    at += 1;
    segments.set(at, change.segments);
  }
  return { segments, removed };
}
