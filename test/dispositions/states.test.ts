import { expect } from 'chai';
import fc from 'fast-check';
import { ITEM_ACTIONS, ITEM_STATUSES, nextItemStatus, OPEN_STATUSES } from '../../server/dispositions/states.ts';

describe('states of a disposition', () => {
  const DECIDED: Record<string, Record<string, string>> = {
    held: { deliver: 'unread', undo: 'undone' },
    unread: {
      read: 'read',
      start: 'in_progress',
      dispose: 'in_progress',
      report: 'in_progress',
      close: 'done',
      return: 'returned',
      recall: 'recalled',
      pause: 'unread',
      resume: 'unread',
      set_due: 'unread',
      remind: 'unread',
      message: 'unread',
    },
    read: {
      start: 'in_progress',
      dispose: 'in_progress',
      report: 'in_progress',
      close: 'done',
      return: 'returned',
      recall: 'recalled',
      pause: 'read',
      resume: 'read',
      set_due: 'read',
      remind: 'read',
      message: 'read',
    },
    in_progress: {
      dispose: 'in_progress',
      report: 'in_progress',
      close: 'done',
      return: 'returned',
      recall: 'recalled',
      pause: 'in_progress',
      resume: 'in_progress',
      set_due: 'in_progress',
      remind: 'in_progress',
      message: 'in_progress',
    },
    done: { reopen: 'in_progress', message: 'done' },
    returned: { message: 'returned' },
    recalled: {},
    undone: {},
  };

  for (const status of ITEM_STATUSES)
    it(`${status} is decided for every action`, () => {
      for (const action of ITEM_ACTIONS)
        expect(nextItemStatus(status, action), action).to.equal(DECIDED[status]?.[action]);
    });

  it('never leaves what is over, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ITEM_ACTIONS), { maxLength: 30 }), (actions) => {
        let status: (typeof ITEM_STATUSES)[number] = 'held';
        for (const action of actions) {
          const next = nextItemStatus(status, action);
          if (status === 'undone' || status === 'recalled') expect(next).to.equal(undefined);
          if (next !== undefined && next !== status && next === 'held') throw new Error(`${status} went back to held`);
          status = next ?? status;
        }
        if (actions.length > 0 && (OPEN_STATUSES as readonly string[]).includes(status))
          expect(nextItemStatus(status, 'close')).to.equal('done');
      }),
    );
  });
});
