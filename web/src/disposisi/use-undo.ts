import { currentDesk, useCommand } from '../api/index.ts';
import { showToast } from '../kit/toast.tsx';
import { undoDisposition } from './disposition-operations.ts';
import { hasDispositionDraft } from './draft-store.ts';
import { letGo } from './held.ts';

/** Takes a held disposition back; says that the form is still filled in only where it is. */
export function useUndo(dispositionId: string) {
  const undo = useCommand(undoDisposition, {
    refresh: ['incoming', 'disposition-items', 'counts', 'home'],
    onDone: ({ id, incomingId, items }) => {
      letGo(id);
      const parentItemId = items[0]?.parentItemId ?? null;
      const isKept = hasDispositionDraft({ desk: currentDesk(), incomingId, parentItemId });
      const kept = isKept ? ' Isian Anda tetap ada.' : '';
      showToast(`Disposisi dibatalkan, belum sampai kepada siapa pun.${kept}`);
    },
    onProblem: (problem) => {
      const isLate = problem.code === 'wrong_state';
      if (isLate) letGo(dispositionId);
      showToast(isLate ? 'Terlambat dibatalkan: disposisi sudah sampai. Tarik kembali dari Dipantau.' : problem.title, {
        tone: 'problem',
      });
    },
  });
  return { pending: undo.pending, press: () => undo.press({ params: { dispositionId } }) };
}
