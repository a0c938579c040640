import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { isProblem, useCommand, type ApiProblem } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import type { DraftEditing } from './use-draft.ts';
import { submitLetter, withdrawLetter } from '../letters/letter-operations.ts';

/** Not the draft that is open: it is left, not read again. */
const refresh = ['letters', 'tasks', 'home', 'counts'];

export interface Submission {
  problem: ApiProblem | null;
  isPending: boolean;
  submit: (input?: { message: string; askAgain: string[] }) => void;
  withdraw: (reason: string) => void;
  /** The sentence for a field, from the last refusal of a submission or of a save. */
  errorOf: (path: string) => string | undefined;
}

function nextDesk(letter: Letter): string {
  const open = letter.circuit.filter((step) => step.status === 'open').map((step) => step.desk.title);
  if (open.length > 0) return `Konsep diajukan. Sekarang pada ${open.join(' dan ')}.`;
  return `Konsep diajukan untuk ditandatangani ${letter.signatory?.title ?? 'penanda tangan'}.`;
}

/** Everything is saved before it is sent up; refusals stay at their fields until the next try. */
export function useSubmission(letter: Letter, editing: DraftEditing): Submission {
  const navigate = useNavigate();
  const [isFlushing, setFlushing] = useState(false);
  const params = { letterId: letter.id };
  const onProblem = (problem: ApiProblem) => showToast(problem.message, { tone: 'problem', stayMs: 12_000 });
  const submitting = useCommand(submitLetter, {
    refresh,
    onProblem,
    onDone: (next) => {
      showToast(nextDesk(next));
      void navigate({ to: '/konsep' });
    },
  });
  const withdrawing = useCommand(withdrawLetter, {
    refresh,
    onProblem,
    onDone: () => {
      showToast('Konsep ditarik');
      void navigate({ to: '/konsep' });
    },
  });

  const whenSaved = async (go: (version: number) => void) => {
    setFlushing(true);
    const isSaved = await editing.saver.flush();
    setFlushing(false);
    if (isSaved) go(editing.saver.version());
    else showToast(unsavedSentence(editing), { tone: 'problem', stayMs: 12_000 });
  };

  return {
    problem: submitting.problem,
    isPending: isFlushing || submitting.pending || withdrawing.pending,
    submit: (input = { message: '', askAgain: [] }) =>
      void whenSaved((version) => submitting.press({ params, body: { version, ...input } })),
    withdraw: (reason) => void whenSaved((version) => withdrawing.press({ params, body: { version, reason } })),
    errorOf: (path) => errorAt(submitting.problem, path) ?? errorAt(editing.saving.problem, path),
  };
}

function unsavedSentence({ saver }: DraftEditing): string {
  const { conflict, problem } = saver.state();
  if (conflict !== null) return 'Konsep berubah di tempat lain. Pilih versi lebih dahulu.';
  if (isProblem(problem)) return problem.message;
  return 'Konsep belum tersimpan di server, jadi belum dapat diajukan. Periksa sambungan, lalu coba lagi.';
}

/** Saves name a field below `content`, submissions name it plainly; `to` also stands for `to.0.email`. */
function errorAt(problem: unknown, path: string): string | undefined {
  if (!isProblem(problem)) return undefined;
  return problem.fields.find((field) => {
    const plain = field.path.replace(/^content\./u, '');
    return plain === path || plain.startsWith(`${path}.`);
  })?.message;
}
