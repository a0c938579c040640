import { expect } from 'chai';
import { planRetention } from '../../server/filing/plan-retention.ts';
import {
  FILE_ACTIONS,
  FILE_STATUSES,
  fileNumber,
  isFileActionPossible,
  LIFECYCLES,
} from '../../server/filing/states.ts';

describe('planRetention', () => {
  const rule = { triggerEvent: '', triggerOn: null, activeYears: 2, inactiveYears: 3 };

  it('counts from closing where the rule names no event', () => {
    expect(planRetention({ ...rule, closedOn: '2026-12-31' })).to.deep.equal({
      activeUntil: '2028-12-31',
      inactiveUntil: '2031-12-31',
    });
  });

  it('waits for the event, then counts from the later of closing and event', () => {
    const event = { ...rule, closedOn: '2026-06-30', triggerEvent: 'setelah pemeriksaan' };
    expect(planRetention(event)).to.deep.equal({ activeUntil: null, inactiveUntil: null });
    expect(planRetention({ ...event, triggerOn: '2027-03-01' }).activeUntil).to.equal('2029-03-01');
    expect(planRetention({ ...event, triggerOn: '2025-03-01' }).activeUntil).to.equal('2028-06-30');
  });

  it('knows no end without years', () => {
    const none = { activeUntil: null, inactiveUntil: null };
    expect(planRetention({ ...rule, closedOn: '2026-01-01', activeYears: null })).to.deep.equal(none);
    expect(planRetention({ ...rule, closedOn: '2026-01-01', inactiveYears: null })).to.deep.equal({
      activeUntil: '2028-01-01',
      inactiveUntil: null,
    });
  });

  it('ends on the 28th where the year has no 29 February', () => {
    expect(planRetention({ ...rule, closedOn: '2024-02-29' })).to.deep.equal({
      activeUntil: '2026-02-28',
      inactiveUntil: '2029-02-28',
    });
  });
});

describe('states of a file', () => {
  it('let nothing be done to a merged, destroyed or handed over file', () => {
    for (const action of FILE_ACTIONS)
      for (const file of [
        { status: 'merged', lifecycle: 'active' },
        { status: 'closed', lifecycle: 'destroyed' },
        { status: 'closed', lifecycle: 'handed_over' },
      ] as const)
        expect(isFileActionPossible(file, action), action).to.equal(false);
  });

  it('take items only while open, and close only once', () => {
    for (const status of FILE_STATUSES)
      for (const lifecycle of LIFECYCLES) {
        const isOpen = status === 'open' && lifecycle === 'active';
        expect(isFileActionPossible({ status, lifecycle }, 'add')).to.equal(isOpen);
        expect(isFileActionPossible({ status, lifecycle }, 'close')).to.equal(isOpen);
      }
  });

  it('print the number with its year', () => {
    expect(fileNumber({ number: 14, year: 2026 })).to.equal('014/2026');
    expect(fileNumber({ number: 1204, year: 2026 })).to.equal('1204/2026');
  });
});
