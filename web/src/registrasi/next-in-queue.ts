interface Waiting {
  id: string;
}

/** 1-based place of an item, and what comes after it; the last one is followed by the oldest other one. */
export function placeInQueue<T extends Waiting>(items: readonly T[], id: string): { at: number; next: T | undefined } {
  const index = items.findIndex((item) => item.id === id);
  const others = [...items.slice(index + 1), ...items.slice(0, Math.max(index, 0))];
  return { at: index + 1, next: others[0] };
}
