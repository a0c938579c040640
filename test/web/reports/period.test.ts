import { expect } from 'chai';
import { describePeriod, monthsOf, presets } from '../../../web/src/reports/period.ts';

describe('The period of the savings report', () => {
  it('says no more than is needed to read it', () => {
    expect(describePeriod({ from: '2026-01-01', to: '2026-11-24' })).to.equal('Januari–24 November 2026');
    expect(describePeriod({ from: '2026-11-01', to: '2026-11-24' })).to.equal('1–24 November 2026');
    expect(describePeriod({ from: '2026-11-24', to: '2026-11-24' })).to.equal('24 November 2026');
    expect(describePeriod({ from: '2024-02-01', to: '2024-02-29' })).to.equal('Februari 2024');
    expect(describePeriod({ from: '2025-01-01', to: '2025-12-31' })).to.equal('Januari–Desember 2025');
    expect(describePeriod({ from: '2025-12-01', to: '2026-11-24' })).to.equal('Desember 2025–24 November 2026');
    expect(describePeriod({ from: '2026-03-05', to: '2026-04-06' })).to.equal('5 Maret–6 April 2026');
  });

  it('lists every month it touches, over a new year', () => {
    expect(monthsOf({ from: '2025-11-20', to: '2026-02-01' })).to.deep.equal([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });

  it('offers twelve whole months that end this month', () => {
    const year = presets('2026-03-31').find(({ label }) => label === '12 bulan terakhir');
    expect(year && monthsOf(year)).to.have.lengthOf(12);
    expect(year).to.include({ from: '2025-04-01', to: '2026-03-31' });
  });
});
