import type { listIntakeEndpoint } from '../../../server/intake/contract.ts';
import type { getCountsEndpoint } from '../../../server/tasks/contract.ts';
import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { operation, useOperation } from '../api/index.ts';
import type { CountName } from './places.ts';

const getCounts = operation<typeof getCountsEndpoint>('get', '/counts');
const listIntake = operation<typeof listIntakeEndpoint>('get', '/intake');

export type Counts = Partial<Record<CountName, number>>;

/** How much waits at the chosen desk, for the rail and the phone bar. */
export function useCounts(): Counts {
  const hasQueue = mayDo(useCurrentDesk(), 'receive');
  const queue = useOperation(listIntake, { query: { limit: 1 } }, { keepPrevious: true, enabled: hasQueue });
  const counts = useOperation(getCounts, {}, { keepPrevious: true }).data ?? {};
  return hasQueue && queue.data !== undefined ? { ...counts, intake: queue.data.total } : counts;
}
