import { expect } from 'chai';
import fc from 'fast-check';
import { formatDate } from '../../../web/src/format/dates.ts';
import { readDay } from '../../../web/src/format/read-day.ts';

const today = '2026-11-24';

describe('A typed date', () => {
  it('is read as people write it', () => {
    for (const text of [
      '23 November 2026',
      '23 nov 26',
      '23/11/2026',
      '23-11-26',
      '23.11',
      '23 Nop 2026',
      '2026-11-23',
    ])
      expect(readDay(text, today), text).to.equal('2026-11-23');
    expect(readDay('1 Agustus 2025', today)).to.equal('2025-08-01');
    expect(readDay('5 mei', today)).to.equal('2026-05-05');
  });

  it('is no date when the calendar has none', () => {
    for (const text of ['31/2/2026', '0/1/2026', '12/13/2026', '23', 'besok', '23 foo 2026', ''])
      expect(readDay(text, today), text).to.equal(undefined);
  });

  it('comes back from the words on the screen', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDay(formatDate(iso), today)).to.equal(iso);
      }),
    );
  });
});
