import { expect } from 'chai';
import { LETTER_ACTIONS, LETTER_STATUSES, isAllowed, nextStatuses } from '../../server/letters/states.ts';

// Read off the customer's description of the states, action by action: from -> to.
const DECIDED: Record<(typeof LETTER_ACTIONS)[number], string[]> = {
  save: ['draft -> draft'],
  submit: ['draft -> in_review', 'draft -> ready_to_sign'],
  correct: ['in_review -> in_review'],
  initial: ['in_review -> in_review', 'in_review -> ready_to_sign'],
  return: ['in_review -> draft', 'ready_to_sign -> draft'],
  comment: ['draft -> draft', 'in_review -> in_review', 'ready_to_sign -> ready_to_sign'],
  withdraw: ['draft -> withdrawn', 'in_review -> withdrawn', 'ready_to_sign -> withdrawn'],
  sign: ['ready_to_sign -> signing'],
  accept_signature: ['signing -> signed'],
  fail_signature: ['signing -> ready_to_sign'],
  dispatch: ['signed -> dispatched'],
  revoke: ['signed -> revoked', 'dispatched -> revoked'],
};

describe('the states of a letter', () => {
  for (const action of LETTER_ACTIONS)
    it(`decide for every state what "${action}" does`, () => {
      const moves = LETTER_STATUSES.flatMap((from) => nextStatuses(from, action).map((to) => `${from} -> ${to}`));
      expect(moves).to.have.members(DECIDED[action]);
    });

  it('leave no way out of withdrawn and revoked', () => {
    for (const action of LETTER_ACTIONS) {
      expect(isAllowed('withdrawn', action)).to.equal(false);
      expect(isAllowed('revoked', action)).to.equal(false);
    }
  });

  it('can all be reached from a draft', () => {
    const onward = (from: (typeof LETTER_STATUSES)[number]) =>
      LETTER_ACTIONS.flatMap((action) => nextStatuses(from, action));
    const reached = new Set<(typeof LETTER_STATUSES)[number]>(['draft']);
    for (const status of reached) for (const next of onward(status)) reached.add(next);
    expect([...reached]).to.have.members([...LETTER_STATUSES]);
  });
});
