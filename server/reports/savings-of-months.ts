import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { savingsRows } from './get-savings.ts';
import { listAssumptions } from './queries.ts';
import { reportRights } from './report-scope.ts';
import { sumSavings } from './savings-formula.ts';

export interface MonthlySavings {
  rupiah: number;
  sheets: number;
  paperRupiah: number;
  tonerRupiah: number;
  courierRupiah: number;
  /** Oldest first, the running month last; rupiah rounded. */
  months: { month: string; rupiah: number }[];
}

/** The running month up to `date` and the months before it, in the same scope and by the same formula as the report. */
export async function savingsOfMonths(
  tx: Tx,
  actor: DeskActor,
  { date, months }: { date: string; months: number },
): Promise<MonthlySavings> {
  const wanted = monthsUpTo(date.slice(0, 7), months);
  const { scope } = await reportRights(tx, actor, { from: `${wanted[0] ?? date.slice(0, 7)}-01`, to: date });
  const rows = await savingsRows(tx, scope, await listAssumptions(tx, actor.agencyId));
  const of = (month: string) => sumSavings(rows.filter((row) => row.month === month));
  const running = of(date.slice(0, 7));
  return {
    rupiah: Math.round(running.rupiah),
    sheets: running.sheets,
    paperRupiah: Math.round(running.paperRupiah),
    tonerRupiah: Math.round(running.tonerRupiah),
    courierRupiah: Math.round(running.courierRupiah),
    months: wanted.map((month) => ({ month, rupiah: Math.round(of(month).rupiah) })),
  };
}

/** `2026-11`, 3 -> `2026-09`, `2026-10`, `2026-11`. */
function monthsUpTo(last: string, count: number): string[] {
  const serial = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_none, index) => {
    const month = serial - count + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
