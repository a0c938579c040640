import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { EndpointShape, OutputOf } from '../../../server/contract.ts';
import { isProblem, type ApiProblem } from './api-problem.ts';
import { newKey } from './new-key.ts';
import type { CallInput, CallOptions, Operation } from './operation.ts';

interface Press<E extends EndpointShape> {
  input: CallInput<E>;
  options: CallOptions;
}

export interface CommandOptions<E extends EndpointShape> {
  onDone?: (output: OutputOf<E>) => void;
  onProblem?: (problem: ApiProblem) => void;
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
 * reached repeats the same command under the same key, so that it happens once. The query library remembers only the
 * key: an input may hold a passphrase, and nothing keeps it once the server has answered.
 */
export function useCommand<E extends EndpointShape>(call: Operation<E>, options: CommandOptions<E> = {}): Command<E> {
  const client = useQueryClient();
  const open = useRef<{ key: string; print: string } | null>(null);

  const waiting = useRef(new Map<string, Press<E>>());

  const send = (idempotencyKey: string): Promise<OutputOf<E>> => {
    const press = waiting.current.get(idempotencyKey);
    if (press === undefined) throw new Error('this command was sent already');
    waiting.current.delete(idempotencyKey);
    return call(press.input, { ...press.options, idempotencyKey });
  };

  const mutation = useMutation<OutputOf<E>, ApiProblem, string>({
    mutationFn: send,
    onSuccess: (output) => {
      open.current = null;
      void client.invalidateQueries({ predicate: (query) => touches(query.queryKey, options.refresh) });
      options.onDone?.(output);
    },
    onError: (problem) => {
      if (!isProblem(problem, 'offline', 'unreadable', 'unavailable', 'internal')) open.current = null;
      options.onProblem?.(problem);
    },
  });

  const prepare = (input: CallInput<E>, callOptions: CallOptions = {}): string => {
    const print = JSON.stringify(input);
    if (open.current?.print !== print) open.current = { key: newKey(), print };
    waiting.current.set(open.current.key, { input, options: callOptions });
    return open.current.key;
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
