import { expect } from 'chai';
import {
  daysUntil,
  formatDate,
  formatDateTime,
  formatDateTimeSeconds,
  formatDeadline,
  formatListTime,
  formatLongDate,
  formatShortDateTime,
  greeting,
  setAgencyClock,
} from '../../../web/src/format/dates.ts';

const now = new Date('2026-11-25T01:12:00Z');

describe('dates on screen', () => {
  beforeEach(() => setAgencyClock('Asia/Pontianak', new Date().toISOString()));

  it('writes an instant with the abbreviation of the zone', () => {
    expect(formatDateTime('2026-11-24T01:12:00Z')).to.equal('24 November 2026, 08.12 WIB');
    expect(formatDateTimeSeconds('2026-11-25T03:58:21Z')).to.equal('25 November 2026, 10.58.21 WIB');
    expect(formatShortDateTime('2026-11-24T04:52:00Z')).to.equal('24 Nov, 11.52');
  });

  it('follows the zone of the agency', () => {
    setAgencyClock('Asia/Jayapura', new Date().toISOString());
    expect(formatDateTime('2026-11-24T15:12:00Z')).to.equal('25 November 2026, 00.12 WIT');
  });

  it('keeps a business date on its day in every Indonesian zone', () => {
    for (const zone of ['Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']) {
      setAgencyClock(zone, new Date().toISOString());
      expect(formatDate('2026-11-25')).to.equal('25 November 2026');
      expect(formatLongDate('2026-11-25')).to.equal('Rabu, 25 November 2026');
    }
  });

  it('counts days by the calendar of the agency, not by 24 hours', () => {
    expect(daysUntil('2026-11-24T16:59:00Z', now)).to.equal(-1);
    expect(daysUntil('2026-11-24T17:01:00Z', now)).to.equal(0);
    expect(daysUntil('2026-11-26', now)).to.equal(1);
  });

  it('says how near a deadline is', () => {
    expect(formatDeadline('2026-11-24', now)).to.equal('Terlambat 1 hari');
    expect(formatDeadline('2026-11-25', now)).to.equal('Hari ini');
    expect(formatDeadline('2026-11-26', now)).to.equal('Besok');
    expect(formatDeadline('2026-11-30', now)).to.equal('5 hari lagi');
  });

  it('shortens the time of list rows with their age', () => {
    expect(formatListTime('2026-11-25T00:55:00Z', now)).to.equal('07.55');
    expect(formatListTime('2026-11-24T09:00:00Z', now)).to.equal('Kemarin');
    expect(formatListTime('2026-11-23T09:00:00Z', now)).to.equal('Sen');
    expect(formatListTime('2026-11-10T09:00:00Z', now)).to.equal('10 Nov');
  });

  it('greets by the clock of the agency', () => {
    expect(greeting(now)).to.equal('Selamat pagi');
    expect(greeting(new Date('2026-11-25T05:00:00Z'))).to.equal('Selamat siang');
    expect(greeting(new Date('2026-11-25T09:00:00Z'))).to.equal('Selamat sore');
    expect(greeting(new Date('2026-11-25T12:00:00Z'))).to.equal('Selamat malam');
  });
});
