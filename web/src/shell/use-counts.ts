import type { getCountsEndpoint } from '../../../server/tasks/contract.ts';
import { operation, useOperation } from '../api/index.ts';
import type { CountName } from './places.ts';

const getCounts = operation<typeof getCountsEndpoint>('get', '/counts');

export type Counts = Partial<Record<CountName, number>>;

/** How much waits at the chosen desk, for the rail and the phone bar. */
export function useCounts(): Counts {
  return useOperation(getCounts, {}, { keepPrevious: true }).data ?? {};
}
