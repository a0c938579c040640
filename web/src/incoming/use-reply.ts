import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import { replyIncoming } from './incoming-operations.ts';

/** Begins a linked, prefilled answer and opens its draft. */
export function useReply(incomingId: string) {
  const navigate = useNavigate();
  const command = useCommand(replyIncoming, {
    refresh: ['incoming', 'letters', 'counts', 'home'],
    onDone: ({ letterId }) => void navigate({ to: '/konsep/$id', params: { id: letterId } }),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  return {
    pending: command.pending,
    begin: (itemId: string | null) => command.press({ params: { incomingId }, body: { itemId } }),
  };
}
