import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { currentDesk, queryKey, useCommand, type ApiProblem } from '../api/index.ts';
import type { SelectionAnchor } from '../editor/selection-anchor.ts';
import { showToast } from '../kit/index.ts';
import type { Thread } from './comment-threads.ts';
import { addComment, getLetter, resolveComment } from '../letters/letter-operations.ts';

/** Comments of one letter: the new one being written, answers, and settling. */
export function useComments(letterId: string) {
  const client = useQueryClient();
  const [anchor, setAnchor] = useState<SelectionAnchor | null>(null);
  const onProblem = (problem: ApiProblem) => showToast(problem.message, { tone: 'problem' });
  const onDone = (letter: Letter) => {
    client.setQueryData(queryKey(getLetter, { params: { letterId } }, currentDesk()), letter);
    setAnchor(null);
  };
  const adding = useCommand(addComment, { onDone, onProblem, refresh: [] });
  const resolving = useCommand(resolveComment, { onDone, onProblem, refresh: [] });
  const params = { letterId };

  return {
    anchor,
    begin: setAnchor,
    cancel: () => setAnchor(null),
    isPending: adding.pending || resolving.pending,
    add: (text: string) => adding.press({ params, body: { text, anchor } }),
    reply: (thread: Thread, text: string) => adding.press({ params, body: { text, parentId: thread.root.id } }),
    resolve: (thread: Thread) => resolving.press({ params: { letterId, commentId: thread.root.id } }),
  };
}
