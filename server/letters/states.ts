/** States of an outgoing letter and every action that moves it: the table that API, database and buttons share. */
export const LETTER_STATUSES = [
  'draft',
  'in_review',
  'ready_to_sign',
  'signing',
  'signed',
  'dispatched',
  'withdrawn',
  'revoked',
] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

export const LETTER_ACTIONS = [
  'save',
  'submit',
  'correct',
  'initial',
  'return',
  'comment',
  'withdraw',
  'sign',
  'accept_signature',
  'fail_signature',
  'dispatch',
  'revoke',
] as const;
export type LetterAction = (typeof LETTER_ACTIONS)[number];

const NEXT: Record<LetterStatus, Partial<Record<LetterAction, readonly LetterStatus[]>>> = {
  draft: { save: ['draft'], submit: ['in_review', 'ready_to_sign'], comment: ['draft'], withdraw: ['withdrawn'] },
  in_review: {
    correct: ['in_review'],
    initial: ['in_review', 'ready_to_sign'],
    return: ['draft'],
    comment: ['in_review'],
    withdraw: ['withdrawn'],
  },
  ready_to_sign: { return: ['draft'], comment: ['ready_to_sign'], withdraw: ['withdrawn'], sign: ['signing'] },
  signing: { accept_signature: ['signed'], fail_signature: ['ready_to_sign'] },
  signed: { dispatch: ['dispatched'], revoke: ['revoked'] },
  dispatched: { revoke: ['revoked'] },
  withdrawn: {},
  revoked: {},
};

/** The states an action may lead to from here; empty when it is not allowed. */
export function nextStatuses(status: LetterStatus, action: LetterAction): readonly LetterStatus[] {
  return NEXT[status][action] ?? [];
}

export function isAllowed(status: LetterStatus, action: LetterAction): boolean {
  return nextStatuses(status, action).length > 0;
}
