import { useInfiniteQuery } from '@tanstack/react-query';
import type { EndpointShape, OutputOf } from '../../../server/contract.ts';
import type { ApiProblem } from './api-problem.ts';
import { useDesk } from './desk.ts';
import type { CallInput, Operation } from './operation.ts';
import { keepOfDesk, queryKey } from './use-operation.ts';

type PagedOutput = { next: string | null };

export interface Pages<Output> {
  /** Every page read so far, the newest answer of each; empty while the first one is on its way. */
  pages: Output[];
  isLoading: boolean;
  problem: ApiProblem | null;
  /** Undefined on the last page. */
  loadMore: (() => void) | undefined;
  isLoadingMore: boolean;
  /** The rows shown belong to the previous words or filters. */
  isStale: boolean;
  /** When the rows were read from the server; undefined before the first answer. */
  updatedAt: Date | undefined;
  reload: () => void;
}

/** A list with keyset pages (`after` in, `next` out), read page by page with "Muat lagi". */
export function usePages<E extends EndpointShape>(call: Operation<E>, input: CallInput<E>): Pages<OutputOf<E>> {
  const desk = useDesk();
  const found = useInfiniteQuery({
    queryKey: [...queryKey(call, input, desk), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(withCursor(input, pageParam), { signal, appointmentId: desk }) as Promise<OutputOf<E> & PagedOutput>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: PagedOutput) => last.next ?? undefined,
    placeholderData: keepOfDesk(desk),
  });
  return {
    pages: found.data?.pages ?? [],
    isLoading: found.isPending,
    problem: found.error as ApiProblem | null,
    loadMore: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    isLoadingMore: found.isFetchingNextPage,
    isStale: found.isPlaceholderData,
    updatedAt: found.dataUpdatedAt === 0 ? undefined : new Date(found.dataUpdatedAt),
    reload: () => void found.refetch(),
  };
}

function withCursor<I extends object>(input: I, after: string | undefined): I {
  const query = 'query' in input ? (input.query as object) : {};
  return { ...input, query: { ...query, after } };
}
