import { expect } from 'chai';
import { dayOffNote, dueLabel, timeLeft } from '../../../web/src/disposisi/due-words.ts';

describe('the words of a deadline', () => {
  it('names the day of the chosen deadline', () => {
    const choice = { key: 'tomorrow', date: '2026-11-25' } as const;
    expect(dueLabel(choice, false)).to.equal('Besok');
    expect(dueLabel(choice, true)).to.equal('Besok, 25 Nov');
  });

  it('warns of holidays and weekends', () => {
    const holidays = [{ date: '2026-12-25', name: 'Natal' }];
    expect(dayOffNote('2026-12-25', holidays)).to.equal('Hari libur: Natal.');
    expect(dayOffNote('2026-11-28', holidays)).to.equal('Hari Sabtu.');
    expect(dayOffNote('2026-11-29', holidays)).to.equal('Hari Minggu.');
    expect(dayOffNote('2026-11-30', holidays)).to.equal(undefined);
    expect(dayOffNote(null, holidays)).to.equal(undefined);
  });

  it('counts the time that is left, or has passed', () => {
    const now = new Date('2026-11-25T06:40:00Z');
    expect(timeLeft('2026-11-25T09:00:00Z', now)).to.equal('2 jam 20 mnt lagi');
    expect(timeLeft('2026-11-25T03:00:00Z', now)).to.equal('Terlambat 3 jam 40 mnt');
  });
});
