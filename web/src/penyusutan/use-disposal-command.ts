import { useQueryClient } from '@tanstack/react-query';
import type { EndpointShape, OutputOf } from '../../../server/contract.ts';
import type { Disposal } from '../../../server/disposal/contract.ts';
import { currentDesk, queryKey, useCommand, type Command, type Operation } from '../api/index.ts';
import { disposalRefresh, getDisposal } from './disposal-operations.ts';

/** A command that answers with the proposal: it is shown at once, so that the next press carries its version. */
export function useDisposalCommand<E extends EndpointShape>(
  call: OutputOf<E> extends Disposal ? Operation<E> : never,
  onDone?: (disposal: Disposal) => void,
): Command<E> {
  const client = useQueryClient();
  return useCommand<E>(call, {
    refresh: disposalRefresh,
    onDone: (answer) => {
      const disposal = answer as Disposal;
      client.setQueryData(queryKey(getDisposal, { params: { disposalId: disposal.id } }, currentDesk()), disposal);
      onDone?.(disposal);
    },
  });
}
