import { expect } from 'chai';
import fc from 'fast-check';
import { loadPublicHolidays } from '../../server/letters/load-public-holidays.ts';
import {
  mergeIntervals,
  officeMinutes,
  zoneOffsetMinutes,
  type OfficeCalendar,
} from '../../server/letters/office-hours.ts';

const wib: OfficeCalendar = { offsetMinutes: zoneOffsetMinutes('Asia/Pontianak'), isHoliday: () => false };
const at = (local: string) => new Date(`${local}:00+07:00`);
const minutes = (from: string, to: string, calendar = wib) => officeMinutes({ from: at(from), to: at(to) }, calendar);

describe('officeMinutes', () => {
  it('counts within one day, between opening and closing only', () => {
    expect(minutes('2026-11-24T10:45', '2026-11-24T11:52')).to.equal(67);
    expect(minutes('2026-11-24T06:00', '2026-11-24T08:00')).to.equal(30);
    expect(minutes('2026-11-24T15:30', '2026-11-24T20:00')).to.equal(30);
  });

  it('stands still overnight: 16.31 to 08.10 the next day are 40 minutes', () => {
    expect(minutes('2026-11-24T16:31', '2026-11-25T08:10')).to.equal(40);
  });

  it('closes on Friday at 15.00 and opens again on Monday', () => {
    expect(minutes('2026-11-27T14:00', '2026-11-30T08:00')).to.equal(60 + 30);
    expect(minutes('2026-11-28T08:00', '2026-11-29T16:00')).to.equal(0);
  });

  it('leaves out public holidays', async () => {
    const isHoliday = await loadPublicHolidays();
    expect(isHoliday('2026-12-25')).to.equal(true);
    expect(isHoliday('2026-08-17')).to.equal(true);
    expect(isHoliday('2026-11-24')).to.equal(false);
    const withHolidays = { ...wib, isHoliday };
    expect(minutes('2026-12-24T15:00', '2026-12-28T07:40', withHolidays)).to.equal(60 + 10);
  });

  it('reckons in the zone of the agency', () => {
    const wit = { offsetMinutes: zoneOffsetMinutes('Asia/Jayapura'), isHoliday: () => false };
    const interval = { from: new Date('2026-11-24T22:00:00Z'), to: new Date('2026-11-24T23:00:00Z') };
    expect(officeMinutes(interval, wit)).to.equal(30);
    expect(officeMinutes(interval, wib)).to.equal(0);
  });

  it('is zero backwards, and never more than the time that passed', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 30 * 86_400_000 }), (start, length) => {
        const [from, to] = [new Date(start), new Date(start + length)];
        const counted = officeMinutes({ from, to }, wib);
        expect(counted).to.be.within(0, length / 60_000);
        expect(officeMinutes({ from: to, to: from }, wib)).to.equal(0);
      }),
    );
  });

  it('adds up: a span counts as much as its two parts, to the minute that rounding takes', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(fc.tuple(moment, moment, moment), (moments) => {
        const [a, b, c] = moments.sort((left, right) => left - right).map((ms) => new Date(ms));
        const whole = officeMinutes({ from: a!, to: c! }, wib);
        const parts = officeMinutes({ from: a!, to: b! }, wib) + officeMinutes({ from: b!, to: c! }, wib);
        expect(whole - parts).to.be.within(0, 1);
      }),
    );
  });
});

describe('mergeIntervals', () => {
  it('joins what overlaps or touches and leaves gaps', () => {
    const of = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) });
    expect(mergeIntervals([of(5, 8), of(0, 3), of(3, 4), of(6, 7)])).to.deep.equal([of(0, 4), of(5, 8)]);
  });
});
