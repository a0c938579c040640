import { expect } from 'chai';
import fc from 'fast-check';
import type { Assumptions, SavingsFacts } from '../../server/reports/contract.ts';
import { computeSavings, sumSavings } from '../../server/reports/savings-formula.ts';

const assumptions: Assumptions = {
  paperRupiahPerRim: 60_000,
  tonerRupiahPerPage: 180,
  courierRupiahPerDelivery: 12_000,
  draftReprints: 2,
  dispositionCopies: 3,
  kilogramsPerRim: 2.2,
};

describe('computeSavings', () => {
  it('follows the formula by hand: (90 + 30x2 + 60x3 - 80) sheets, 40 deliveries', () => {
    const facts = {
      letters: 10,
      outgoingPages: 90,
      draftPages: 30,
      incomingPages: 60,
      deliveries: 40,
      printedSheets: 80,
    };
    expect(computeSavings(facts, assumptions)).to.deep.equal({
      sheets: 250,
      rim: 0.5,
      kilograms: 1.1,
      paperRupiah: 30_000,
      tonerRupiah: 45_000,
      courierRupiah: 480_000,
      rupiah: 555_000,
    });
  });

  it('gives the figures of the printed example: 256,480 sheets and 21,804 deliveries are 338.6 million', () => {
    const facts = {
      letters: 23_648,
      outgoingPages: 256_480,
      draftPages: 0,
      incomingPages: 0,
      deliveries: 21_804,
      printedSheets: 0,
    };
    const saved = computeSavings(facts, assumptions);
    expect(saved.rim).to.be.closeTo(513.0, 0.05);
    expect(saved.paperRupiah / 1e6).to.be.closeTo(30.8, 0.05);
    expect(saved.tonerRupiah / 1e6).to.be.closeTo(46.2, 0.05);
    expect(saved.courierRupiah / 1e6).to.be.closeTo(261.6, 0.05);
    expect(saved.rupiah / 1e6).to.be.closeTo(338.6, 0.05);
    expect(saved.kilograms / 1000).to.be.closeTo(1.13, 0.005);
  });

  it('goes below zero when more was printed than saved', () => {
    const facts = { letters: 0, outgoingPages: 1, draftPages: 0, incomingPages: 0, deliveries: 0, printedSheets: 501 };
    expect(computeSavings(facts, assumptions).rupiah).to.equal(-500 * 180 - 60_000);
  });

  const count = fc.integer({ min: 0, max: 1_000_000 });
  const anyFacts: fc.Arbitrary<SavingsFacts> = fc.record({
    letters: count,
    outgoingPages: count,
    draftPages: count,
    incomingPages: count,
    deliveries: count,
    printedSheets: count,
  });

  it('gives the same total from rows as from their sum, so that every total follows from the assumptions shown', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 12 }), (rows) => {
        const sum = rows.reduce((left, right) => ({
          letters: left.letters + right.letters,
          outgoingPages: left.outgoingPages + right.outgoingPages,
          draftPages: left.draftPages + right.draftPages,
          incomingPages: left.incomingPages + right.incomingPages,
          deliveries: left.deliveries + right.deliveries,
          printedSheets: left.printedSheets + right.printedSheets,
        }));
        const fromRows = sumSavings(rows.map((facts) => ({ facts, assumptions })));
        const fromSum = computeSavings(sum, assumptions);
        expect(fromRows.sheets).to.equal(fromSum.sheets);
        expect(fromRows.rupiah).to.be.closeTo(fromSum.rupiah, 0.01);
      }),
    );
  });

  it('keeps for each row the assumptions of its own month', () => {
    const facts = { letters: 1, outgoingPages: 500, draftPages: 0, incomingPages: 0, deliveries: 0, printedSheets: 0 };
    const dearer = { ...assumptions, paperRupiahPerRim: 70_000 };
    expect(
      sumSavings([
        { facts, assumptions },
        { facts, assumptions: dearer },
      ]).paperRupiah,
    ).to.equal(130_000);
  });
});
