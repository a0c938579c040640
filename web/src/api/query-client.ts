import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';

function shouldRetry(failures: number, error: Error): boolean {
  return failures < 2 && isProblem(error, 'offline', 'unavailable', 'unreadable');
}

/** `onSignedOut` runs when any query or command learns that the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 'unauthenticated')) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Without a connection the question fails at once and says so; an initial or signature must never happen later by
    // itself, when the person has long gone on.
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
