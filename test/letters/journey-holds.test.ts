import { expect } from 'chai';
import { deriveHolds, type HoldContext, type TrailStep } from '../../server/letters/journey-holds.ts';
import { sumHolds } from '../../server/letters/sum-holds.ts';

const base: HoldContext = {
  status: 'dispatched',
  drafterPositionId: 'staf',
  signatoryPositionId: 'sekda',
  stages: new Map([
    ['kabid', 1],
    ['hukum', 2],
    ['asisten', 2],
  ]),
  open: [],
  now: '2026-11-25T09:00:00.000Z',
};
const time = (clock: string) => `2026-11-24T${clock}:00.000Z`;
const step = (clock: string, action: string, positionId: string | null): TrailStep => ({
  at: time(clock),
  action,
  positionId,
});
const holdsOf = (trail: TrailStep[], context: Partial<HoldContext> = {}) =>
  deriveHolds(trail, { ...base, ...context }).map(({ positionId, from, to }) => [
    positionId,
    from.slice(11, 16),
    to.slice(11, 16),
  ]);

const WHOLE = [
  step('01:00', 'letter.created', 'staf'),
  step('01:30', 'letter.submitted', 'staf'),
  step('02:00', 'letter.initialled', 'kabid'),
  step('02:20', 'letter.commented', 'hukum'),
  step('02:40', 'letter.initialled', 'hukum'),
  step('03:00', 'letter.initialled', 'asisten'),
  step('03:30', 'signing.started', 'sekda'),
  step('03:31', 'letter.signed', null),
];

describe('deriveHolds', () => {
  it('gives each desk the time from when its step opened until it acted; parallel desks overlap', () => {
    expect(holdsOf(WHOLE)).to.deep.equal([
      ['staf', '01:00', '01:30'],
      ['kabid', '01:30', '02:00'],
      ['hukum', '02:00', '02:40'],
      ['asisten', '02:00', '03:00'],
      ['sekda', '03:00', '03:30'],
    ]);
  });

  it('gives a returned letter back to the drafter, and resumes at the desk that returned it', () => {
    const trail = [
      ...WHOLE.slice(0, 3),
      step('02:30', 'letter.returned', 'hukum'),
      step('04:00', 'letter.resubmitted', 'staf'),
      step('04:10', 'letter.initialled', 'hukum'),
    ];
    expect(holdsOf(trail).slice(2)).to.deep.equal([
      ['hukum', '02:00', '02:30'],
      ['staf', '02:30', '04:00'],
      ['hukum', '04:00', '04:10'],
    ]);
  });

  it('counts the signatory anew after a failed signing', () => {
    const trail = [
      ...WHOLE.slice(0, 7),
      step('03:40', 'signing.failed', null),
      step('05:00', 'signing.started', 'sekda'),
    ];
    expect(holdsOf(trail).slice(-2)).to.deep.equal([
      ['sekda', '03:00', '03:30'],
      ['sekda', '03:40', '05:00'],
    ]);
  });

  it('lets the desk that has the letter now count until now', () => {
    const open = [{ positionId: 'hukum', since: time('02:00') }];
    expect(holdsOf(WHOLE.slice(0, 3), { status: 'in_review', open }).at(-1)).to.deep.equal(['hukum', '02:00', '09:00']);
    expect(holdsOf(WHOLE.slice(0, 6), { status: 'ready_to_sign' }).at(-1)).to.deep.equal(['sekda', '03:00', '09:00']);
    expect(holdsOf(WHOLE.slice(0, 1), { status: 'draft' }).at(-1)).to.deep.equal(['staf', '01:00', '09:00']);
  });
});

describe('sumHolds', () => {
  it('counts minutes that two desks share once in the total and says how many they are', () => {
    const calendar = { offsetMinutes: 420, isHoliday: () => false };
    const time = sumHolds(deriveHolds(WHOLE, base), calendar);
    expect(time.desks).to.deep.equal([
      { positionId: 'staf', officeMinutes: 30, isParallel: false },
      { positionId: 'kabid', officeMinutes: 30, isParallel: false },
      { positionId: 'hukum', officeMinutes: 40, isParallel: true },
      { positionId: 'asisten', officeMinutes: 60, isParallel: true },
      { positionId: 'sekda', officeMinutes: 30, isParallel: false },
    ]);
    expect(time).to.include({ totalMinutes: 150, parallelMinutes: 40 });
  });
});
