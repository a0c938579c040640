import type { Assumptions, SavingsFacts } from '../../../server/reports/contract.ts';
import { sumSavings, type Savings } from '../../../server/reports/savings-formula.ts';
import type { Report, ReportRow } from './savings-operations.ts';

export interface MonthSum {
  month: string;
  savings: Savings;
}

export interface UnitSum {
  unitId: string;
  unitName: string;
  letters: number;
  deliveries: number;
  savings: Savings;
}

export interface Summary {
  total: Savings;
  letters: number;
  deliveries: number;
  printedSheets: number;
  months: MonthSum[];
  /** The greatest saving first. */
  units: UnitSum[];
  /** The assumptions every row was computed with; undefined when months differ. */
  basis: Assumptions | undefined;
}

const sameAssumptions = (left: Assumptions, right: Assumptions) =>
  (Object.keys(left) as (keyof Assumptions)[]).every((name) => left[name] === right[name]);

function count(rows: readonly ReportRow[], name: keyof SavingsFacts): number {
  return rows.reduce((total, row) => total + row.facts[name], 0);
}

function groupBy(rows: readonly ReportRow[], keyOf: (row: ReportRow) => string): Map<string, ReportRow[]> {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function sumUnits(rows: readonly ReportRow[]): UnitSum[] {
  const units = Array.from(
    groupBy(rows, (row) => row.unitId),
    ([unitId, own]) => ({
      unitId,
      unitName: own[0]?.unitName ?? '',
      letters: count(own, 'letters'),
      deliveries: count(own, 'deliveries'),
      savings: sumSavings(own),
    }),
  );
  return units.sort((a, b) => b.savings.rupiah - a.savings.rupiah || a.unitName.localeCompare(b.unitName, 'id'));
}

function basisOf(rows: readonly ReportRow[], shown: Assumptions): Assumptions | undefined {
  return rows.every((row) => sameAssumptions(row.assumptions, shown)) ? shown : undefined;
}

/** All figures of the screen from one set of rows; a trial takes the place of every month's own assumptions. */
export function summarise(report: Report, months: readonly string[], trial: Assumptions | undefined): Summary {
  const rows =
    trial === undefined ? report.rows : report.rows.map((row): ReportRow => ({ ...row, assumptions: trial }));
  const byMonth = groupBy(rows, (row) => row.month);
  return {
    total: sumSavings(rows),
    letters: count(rows, 'letters'),
    deliveries: count(rows, 'deliveries'),
    printedSheets: count(rows, 'printedSheets'),
    months: months.map((month) => ({ month, savings: sumSavings(byMonth.get(month) ?? []) })),
    units: sumUnits(rows),
    basis: basisOf(rows, trial ?? report.current),
  };
}

/** One unit for all amounts of a screen, small enough that the parts visibly add up. */
export interface MoneyUnit {
  divisor: number;
  /** "juta rupiah" */
  name: string;
  /** "juta Rp" */
  short: string;
}

export function moneyUnit(total: number): MoneyUnit {
  if (Math.abs(total) >= 10_000_000) return { divisor: 1_000_000, name: 'juta rupiah', short: 'juta Rp' };
  return { divisor: 1000, name: 'ribu rupiah', short: 'ribu Rp' };
}

const amounts = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "2.047,9" in the given unit; always one decimal, so that columns line up. */
export function formatAmount(rupiah: number, unit: MoneyUnit): string {
  return amounts.format(rupiah / unit.divisor);
}
