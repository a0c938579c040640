import { expect } from 'chai';
import fc from 'fast-check';
import { checkDue } from '../../server/dispositions/check-due.ts';
import { addWorkingDays, dueChoices, planCutoffs, workingDaysBetween } from '../../server/dispositions/deadlines.ts';
import { endOfOfficeHours, isWorkingDay } from '../../server/letters/office-hours.ts';
import { loadPublicHolidays } from '../../server/letters/load-public-holidays.ts';
import type { AgencyCalendar } from '../../server/organisation/calendar.ts';

const DAY_MS = 86_400_000;
const calendarOf = (off: readonly string[]): AgencyCalendar => ({
  timeZone: 'Asia/Pontianak',
  offsetMinutes: 420,
  ownDays: [],
  isHoliday: (date) => off.includes(date),
});

const day = fc.integer({ min: 0, max: 700 }).map((index) => {
  return new Date(Date.UTC(2026, 0, 1) + index * DAY_MS).toISOString().slice(0, 10);
});
const holidays = fc.array(day, { maxLength: 60 });

describe('deadlines in working days', () => {
  it('end with office hours of the day, earlier on Friday', () => {
    const calendar = calendarOf([]);
    expect(endOfOfficeHours('2026-11-26', calendar).toISOString()).to.equal('2026-11-26T09:00:00.000Z');
    expect(endOfOfficeHours('2026-11-27', calendar).toISOString()).to.equal('2026-11-27T08:00:00.000Z');
    expect(endOfOfficeHours('2026-11-28', calendar).toISOString()).to.equal('2026-11-28T09:00:00.000Z');
    const east = { ...calendar, offsetMinutes: 540 };
    expect(endOfOfficeHours('2026-11-26', east).toISOString()).to.equal('2026-11-26T07:00:00.000Z');
  });

  it('skip weekends and holidays, and count them back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), holidays, (from, days, off) => {
        const calendar = calendarOf(off);
        const due = addWorkingDays(from, days, calendar);
        expect(isWorkingDay(due, calendar)).to.equal(true);
        expect(workingDaysBetween(from, due, calendar)).to.equal(days);
        if (isWorkingDay(from, calendar)) expect(addWorkingDays(due, -days, calendar)).to.equal(from);
      }),
    );
  });

  it('offer only working days that are not after the latest', () => {
    fc.assert(
      fc.property(day, holidays, fc.option(day), (today, off, latest) => {
        const calendar = calendarOf(off);
        for (const { date } of dueChoices(today, calendar, latest)) {
          expect(isWorkingDay(date, calendar), date).to.equal(true);
          expect(date >= today).to.equal(true);
          if (latest !== null) expect(date <= latest).to.equal(true);
        }
      }),
    );
  });

  it('never leave a child later than its parent, nor in the past', () => {
    fc.assert(
      fc.property(day, fc.option(day), fc.option(day), holidays, (today, dueDate, parentDueDate, off) => {
        let accepted: ReturnType<typeof checkDue> | undefined;
        try {
          accepted = checkDue({ dueDate, parentDueDate, today, path: 'dueDate' }, calendarOf(off));
        } catch {
          const isPast = dueDate !== null && dueDate < today;
          const isAfter = dueDate !== null && parentDueDate !== null && dueDate > parentDueDate;
          expect(isPast || isAfter).to.equal(true);
          return;
        }
        expect(accepted.dueDate).to.equal(dueDate ?? parentDueDate);
        if (parentDueDate !== null) expect((accepted.dueDate ?? '') <= parentDueDate).to.equal(true);
      }),
    );
  });

  it('are past by so many working days exactly when that many came after them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 40 }), holidays, (due, days, later, off) => {
        const calendar = calendarOf(off);
        const today = new Date(Date.parse(due) + later * DAY_MS).toISOString().slice(0, 10);
        const setting = { remindDaysBefore: 1, escalateAfterDays: days, escalateAgainAfterDays: days };
        const { escalated } = planCutoffs(today, setting, calendar);
        expect(due <= escalated).to.equal(workingDaysBetween(due, today, calendar) >= days);
      }),
    );
  });

  it('know the national holidays', async () => {
    const calendar = { ...calendarOf([]), isHoliday: await loadPublicHolidays() };
    expect(addWorkingDays('2026-12-24', 1, calendar)).to.equal('2026-12-28');
    expect(addWorkingDays('2026-08-14', 1, calendar)).to.equal('2026-08-18');
  });
});
