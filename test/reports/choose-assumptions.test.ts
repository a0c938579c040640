import { expect } from 'chai';
import { assumptionsOn, chooseAssumptions } from '../../server/reports/choose-assumptions.ts';

const dated = [
  ['2026-11-10', 65_000],
  ['2026-06-01', 60_000],
  ['2025-01-01', 55_000],
].map(([validFrom, price]) => ({
  validFrom: String(validFrom),
  paperRupiahPerRim: Number(price),
  tonerRupiahPerPage: 180,
  courierRupiahPerDelivery: 12_000,
  draftReprints: 2,
  dispositionCopies: 3,
  kilogramsPerRim: 2.2,
}));

describe('chooseAssumptions', () => {
  const price = (month: string) => chooseAssumptions(dated, month).paperRupiahPerRim;

  it('takes what is valid on the last day of the month', () => {
    expect(price('2026-10')).to.equal(60_000);
    expect(price('2026-11')).to.equal(65_000);
    expect(price('2026-06')).to.equal(60_000);
    expect(price('2026-05')).to.equal(55_000);
  });

  it('holds the oldest before their first date', () => {
    expect(price('2020-01')).to.equal(55_000);
  });

  it('knows what is valid on a single day', () => {
    expect(assumptionsOn(dated, '2026-11-09').paperRupiahPerRim).to.equal(60_000);
    expect(assumptionsOn(dated, '2026-11-10').paperRupiahPerRim).to.equal(65_000);
  });

  it('does not carry the date along', () => {
    expect(chooseAssumptions(dated, '2026-11')).not.to.have.property('validFrom');
  });
});
