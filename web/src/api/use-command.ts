import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { EndpointShape, OutputOf } from '../../../server/contract.ts';
import { isProblem, type ApiProblem } from './api-problem.ts';
import { newKey } from './new-key.ts';
import type { CallInput, CallOptions, Operation } from './operation.ts';

interface Press<E extends EndpointShape> {
  input: CallInput<E>;
  options: CallOptions;
  idempotencyKey: string;
}

export interface CommandOptions<E extends EndpointShape> {
  onDone?: (output: OutputOf<E>, input: CallInput<E>) => void;
  onProblem?: (problem: ApiProblem, input: CallInput<E>) => void;
  /** First path segments whose queries are read again, for example ['letters', 'tasks']; everything unless given. */
  refresh?: readonly string[];
}

export interface Command<E extends EndpointShape> {
  press: (input: CallInput<E>, options?: CallOptions) => void;
  pressAsync: (input: CallInput<E>, options?: CallOptions) => Promise<OutputOf<E>>;
  pending: boolean;
  problem: ApiProblem | null;
  output: OutputOf<E> | undefined;
  reset: () => void;
}

/**
 * A button that changes something. One press makes one idempotency key; pressing again after the server could not be
 * reached repeats the same command under the same key, so that it happens once.
 */
export function useCommand<E extends EndpointShape>(call: Operation<E>, options: CommandOptions<E> = {}): Command<E> {
  const client = useQueryClient();
  const open = useRef<{ key: string; print: string } | null>(null);

  const mutation = useMutation<OutputOf<E>, ApiProblem, Press<E>>({
    mutationFn: ({ input, options: callOptions, idempotencyKey }) => call(input, { ...callOptions, idempotencyKey }),
    onSuccess: (output, { input }) => {
      open.current = null;
      void client.invalidateQueries({ predicate: (query) => touches(query.queryKey, options.refresh) });
      options.onDone?.(output, input);
    },
    onError: (problem, { input }) => {
      if (!isProblem(problem, 'offline', 'unreadable', 'unavailable', 'internal')) open.current = null;
      options.onProblem?.(problem, input);
    },
  });

  const prepare = (input: CallInput<E>, callOptions: CallOptions = {}): Press<E> => {
    const print = JSON.stringify(input);
    if (open.current?.print !== print) open.current = { key: newKey(), print };
    return { input, options: callOptions, idempotencyKey: open.current.key };
  };

  return {
    press: (input, callOptions) => mutation.mutate(prepare(input, callOptions)),
    pressAsync: (input, callOptions) => mutation.mutateAsync(prepare(input, callOptions)),
    pending: mutation.isPending,
    problem: mutation.error,
    output: mutation.data,
    reset: () => mutation.reset(),
  };
}

/** Whether a query key belongs to one of the named first path segments. */
export function touches(key: readonly unknown[], segments: readonly string[] | undefined): boolean {
  const path = key[0];
  if (segments === undefined || typeof path !== 'string') return true;
  return segments.includes(path.split('/')[1] ?? '');
}
