import type { Assumptions, SavingsFacts } from './contract.ts';

const SHEETS_PER_RIM = 500;

export interface Savings {
  sheets: number;
  rim: number;
  kilograms: number;
  paperRupiah: number;
  tonerRupiah: number;
  courierRupiah: number;
  rupiah: number;
}

/**
 * What was not printed and not carried, unrounded; a page is one sheet. Linear in the facts: with the same assumptions
 * the total of rows is the saving of their sum. More printed than saved gives negative figures.
 */
export function computeSavings(facts: SavingsFacts, assumptions: Assumptions): Savings {
  const sheets =
    facts.outgoingPages +
    facts.draftPages * assumptions.draftReprints +
    facts.incomingPages * assumptions.dispositionCopies -
    facts.printedSheets;
  const rim = sheets / SHEETS_PER_RIM;
  const paperRupiah = rim * assumptions.paperRupiahPerRim;
  const tonerRupiah = sheets * assumptions.tonerRupiahPerPage;
  const courierRupiah = facts.deliveries * assumptions.courierRupiahPerDelivery;
  return {
    sheets,
    rim,
    kilograms: rim * assumptions.kilogramsPerRim,
    paperRupiah,
    tonerRupiah,
    courierRupiah,
    rupiah: paperRupiah + tonerRupiah + courierRupiah,
  };
}

/** Adds up rows that each keep the assumptions of their own month. */
export function sumSavings(rows: readonly { facts: SavingsFacts; assumptions: Assumptions }[]): Savings {
  const total: Savings = {
    sheets: 0,
    rim: 0,
    kilograms: 0,
    paperRupiah: 0,
    tonerRupiah: 0,
    courierRupiah: 0,
    rupiah: 0,
  };
  for (const { facts, assumptions } of rows) {
    const saved = computeSavings(facts, assumptions);
    for (const key of Object.keys(total) as (keyof Savings)[]) total[key] += saved[key];
  }
  return total;
}
