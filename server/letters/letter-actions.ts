import { isAllowed, LETTER_ACTIONS, type LetterAction, type LetterStatus } from './states.ts';

interface Desk {
  positionId: string;
  canAct: boolean;
}

interface Circulating {
  letter: { status: LetterStatus; drafterPositionId: string; signatoryPositionId: string | null };
  steps: readonly { positionId: string; status: string }[];
}

type Part = 'drafter' | 'open_step' | 'circuit' | 'signatory';

const WHO: Partial<Record<LetterAction, readonly Part[]>> = {
  save: ['drafter'],
  submit: ['drafter'],
  withdraw: ['drafter'],
  correct: ['open_step'],
  initial: ['open_step'],
  return: ['open_step', 'signatory'],
  comment: ['drafter', 'circuit', 'signatory'],
  sign: ['signatory'],
};

/** What a desk may do with a letter now: the state table crossed with the desk's part in the letter. */
export function deriveActions(desk: Desk, { letter, steps }: Circulating): LetterAction[] {
  if (!desk.canAct) return [];
  const own = steps.find((step) => step.positionId === desk.positionId);
  const isSignatory = letter.signatoryPositionId === desk.positionId;
  const parts: Record<Part, boolean> = {
    drafter: letter.drafterPositionId === desk.positionId,
    open_step: letter.status === 'in_review' && own?.status === 'open',
    circuit: own !== undefined,
    signatory:
      isSignatory && (letter.status === 'ready_to_sign' || letter.status === 'draft' || letter.status === 'in_review'),
  };
  const mayReturn = letter.status === 'ready_to_sign' ? isSignatory : parts.open_step;
  return LETTER_ACTIONS.filter((action) => {
    if (!isAllowed(letter.status, action)) return false;
    if (action === 'return') return mayReturn;
    return (WHO[action] ?? []).some((part) => parts[part]);
  });
}
