import type { CountName } from './places.ts';

export type Counts = Partial<Record<CountName, number>>;

/** How much waits at the chosen desk, for the rail and the phone bar. */
export function useCounts(): Counts {
  return {};
}
