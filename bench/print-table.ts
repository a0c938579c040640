import type { BenchResult } from './result.ts';

const HEAD = ['ukuran', 'hasil', 'sasaran', '95 %', 'kita', 'pembanding', 'satuan', 'blok', 'CPU s', 'dinding s'];

/** One line as soon as a figure is known: a whole run takes minutes. */
export function printResult(result: BenchResult): void {
  const { ours, baseline, unit } = result;
  const sides = baseline === null ? '' : ` (${shorten(ours)} : ${shorten(baseline)} ${unit})`;
  console.log(`${verdictOf(result)}  ${result.id}  ${result.what}: ${shorten(result.ratio)}${sides}`);
}

export function printTable(results: readonly BenchResult[]): void {
  const rows = [HEAD, ...results.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  console.log('');
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function cellsOf(result: BenchResult): string[] {
  const { ours, baseline, cpuSeconds: cpu, wallSeconds: wall } = result;
  const both = (pair: { ours: number; baseline: number } | undefined) =>
    pair ? `${shorten(pair.ours)} / ${shorten(pair.baseline)}` : '';
  return [
    `${verdictOf(result)} ${result.id}`,
    shorten(result.ratio),
    result.goal === null ? '-' : shorten(result.goal),
    `${shorten(result.low)} .. ${shorten(result.high)}`,
    shorten(ours),
    baseline === null ? '-' : shorten(baseline),
    result.unit,
    String(result.blocks),
    both(cpu),
    both(wall),
  ];
}

function verdictOf({ pass }: BenchResult): string {
  if (pass === null) return 'catat';
  return pass ? 'lulus' : 'GAGAL';
}

function shorten(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
