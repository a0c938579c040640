import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { EndpointShape, OutputOf } from '../../../server/contract.ts';
import type { ApiProblem } from './api-problem.ts';
import { useDesk } from './desk.ts';
import type { CallInput, Operation } from './operation.ts';

export interface OperationQueryOptions {
  enabled?: boolean;
  staleTimeMs?: number;
  /** Keeps showing the last answer while the next page or filter loads. */
  keepPrevious?: boolean;
  refetchIntervalMs?: number | false;
}

/** Query keys are [path, desk, input]; hints of the event stream invalidate by the first segment of the path. */
export function queryKey<E extends EndpointShape>(call: Operation<E>, input: CallInput<E>, desk?: string): unknown[] {
  return [call.path, desk ?? null, input];
}

/** The last answer until the next one comes, but never that of another desk. */
export function keepOfDesk(desk: string | undefined) {
  return <T>(last: T | undefined, from: { queryKey: readonly unknown[] } | undefined): T | undefined =>
    from?.queryKey[1] === (desk ?? null) ? last : undefined;
}

/** Reads one endpoint from the desk of this tab; another desk has its own cache entries. */
export function useOperation<E extends EndpointShape>(
  call: Operation<E>,
  input: CallInput<E>,
  options: OperationQueryOptions = {},
): UseQueryResult<OutputOf<E>, ApiProblem> {
  const desk = useDesk();
  const query: UseQueryOptions<unknown, ApiProblem> = {
    queryKey: queryKey(call, input, desk),
    queryFn: ({ signal }) => call(input, { signal, appointmentId: desk }),
    enabled: options.enabled ?? true,
    staleTime: options.staleTimeMs ?? 15_000,
    refetchInterval: options.refetchIntervalMs ?? false,
  };
  if (options.keepPrevious === true) query.placeholderData = keepOfDesk(desk);
  return useQuery(query) as UseQueryResult<OutputOf<E>, ApiProblem>;
}
