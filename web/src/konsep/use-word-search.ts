import type { EndpointShape, OutputOf } from '../../../server/contract.ts';
import { useOperation, type CallInput, type Operation } from '../api/index.ts';
import { useSettled } from './use-settled.ts';

export interface WordSearch<Output> {
  output: Output | undefined;
  isPending: boolean;
  /** The answer belongs to earlier words and must not be chosen from. */
  isStale: boolean;
}

/** Looks up what is typed, a moment after the last key; the answer before stays in sight until the next one comes. */
export function useWordSearch<E extends EndpointShape>(
  call: Operation<E>,
  words: string,
  inputOf: (words: string) => CallInput<E>,
): WordSearch<OutputOf<E>> {
  const settled = useSettled(words);
  const found = useOperation(call, inputOf(settled), { keepPrevious: true });
  const isStale = settled !== words || found.isPlaceholderData;
  return { output: found.data, isPending: isStale || found.isFetching, isStale };
}
