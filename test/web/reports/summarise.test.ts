import { expect } from 'chai';
import type { Assumptions } from '../../../server/reports/contract.ts';
import type { Report } from '../../../web/src/reports/savings-operations.ts';
import { formatAmount, moneyUnit, summarise } from '../../../web/src/reports/summarise.ts';

const january: Assumptions = {
  paperRupiahPerRim: 50_000,
  tonerRupiahPerPage: 100,
  courierRupiahPerDelivery: 10_000,
  draftReprints: 2,
  dispositionCopies: 3,
  kilogramsPerRim: 2.2,
};
const february: Assumptions = { ...january, courierRupiahPerDelivery: 20_000 };
const facts = { letters: 2, outgoingPages: 8, draftPages: 2, incomingPages: 1, deliveries: 3, printedSheets: 5 };

const report: Report = {
  scopeName: 'Provinsi',
  unitCount: 2,
  totalLetters: 6,
  rows: [
    { unitId: 'a', unitName: 'Dinas A', month: '2026-01', facts, assumptions: january },
    { unitId: 'a', unitName: 'Dinas A', month: '2026-02', facts, assumptions: february },
    { unitId: 'b', unitName: 'Dinas B', month: '2026-02', facts, assumptions: february },
  ],
  current: february,
  canEdit: false,
};

describe('The figures of the savings report', () => {
  // One row: 8 + 2 × 2 + 1 × 3 - 5 = 10 sheets; 10 / 500 × 50.000 + 10 × 100 = 2.000 rupiah besides the courier.
  it('keeps the assumptions of each month until a trial begins', () => {
    const { total, basis } = summarise(report, ['2026-01', '2026-02'], undefined);
    expect(total.sheets).to.equal(30);
    expect(total.rupiah).to.equal(3 * 2000 + 30_000 + 60_000 + 60_000);
    expect(basis).to.equal(undefined);
  });

  it('uses a trial for every month, and names it as what the products rest on', () => {
    const trial = { ...february, courierRupiahPerDelivery: 0 };
    const { total, basis } = summarise(report, ['2026-01', '2026-02'], trial);
    expect(total.rupiah).to.equal(6000);
    expect(basis).to.equal(trial);
  });

  it('adds up to the same total by month and by unit, with the greatest unit first', () => {
    const { total, months, units } = summarise(report, ['2025-12', '2026-01', '2026-02'], undefined);
    expect(months.map(({ savings }) => savings.rupiah)).to.deep.equal([0, 32_000, 124_000]);
    expect(units.map(({ unitName, savings }) => [unitName, savings.rupiah])).to.deep.equal([
      ['Dinas A', 94_000],
      ['Dinas B', 62_000],
    ]);
    expect(months.reduce((sum, { savings }) => sum + savings.rupiah, 0)).to.equal(total.rupiah);
  });

  it('shows small amounts in thousands and large ones in millions', () => {
    expect(formatAmount(2_047_900, moneyUnit(2_047_900))).to.equal('2.047,9');
    expect(formatAmount(338_640_000, moneyUnit(338_640_000))).to.equal('338,6');
  });
});
