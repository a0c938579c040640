import { expect } from 'chai';
import { formatLongInstant, formatMonth, formatShortInstant, wallTime } from '../../server/pdf/format-date.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('format-date', () => {
  it('shows an instant as the clock of each zone of Indonesia does', () => {
    const late = '2026-11-23T17:05:00Z';
    expect(plain(formatShortInstant(late, 'Asia/Pontianak'))).to.equal('24-11-2026 00.05 WIB');
    expect(plain(formatShortInstant(late, 'Asia/Makassar'))).to.equal('24-11-2026 01.05 WITA');
    expect(plain(formatShortInstant(late, 'Asia/Jayapura'))).to.equal('24-11-2026 02.05 WIT');
    expect(wallTime(late, 'UTC')).to.deep.equal({ date: '2026-11-23', time: '17.05' });
  });

  it('names the weekday of the place, not of UTC', () => {
    expect(plain(formatLongInstant('2026-11-22T20:00:00Z', 'Asia/Jakarta'))).to.equal(
      'Senin, 23 November 2026, pukul 03.00 WIB',
    );
    expect(plain(formatMonth('2026-02'))).to.equal('Februari 2026');
  });
});
