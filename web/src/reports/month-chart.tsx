import { useEffect, useRef, useState, type RefObject } from 'react';
import { agencyToday, formatDayMonth } from '../format/dates.ts';
import { formatDecimal } from '../format/numbers.ts';
import { Card } from '../kit/index.ts';
import css from './month-chart.module.css';
import { monthName, shortMonthName } from './period.ts';
import { formatAmount, type MonthSum, type MoneyUnit } from './summarise.ts';

const parts = [
  { key: 'courierRupiah', label: 'Pengiriman', colour: '#0b5c6b' },
  { key: 'tonerRupiah', label: 'Toner', colour: '#b97a00' },
  { key: 'paperRupiah', label: 'Kertas', colour: '#5b3a9e' },
] as const;

const size = { height: 214, left: 46, right: 4, top: 22, bottom: 26 };
const plotHeight = size.height - size.top - size.bottom;
/** A month name and an amount such as "1.287,9" need this much. */
const labelWidth = 46;

/** The width the chart is given, so that its letters keep their size on any screen. */
function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

/** Three to five even steps that end above the greatest value. */
function scaleSteps(greatest: number): number[] {
  const rough = Math.max(greatest, 1e-9) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const count = Math.max(1, Math.ceil(greatest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

interface BarProps {
  month: MonthSum;
  x: number;
  width: number;
  yOf: (rupiah: number) => number;
  unit: MoneyUnit;
  running: boolean;
  /** Every label when there is room; otherwise only every second, third... */
  labelled: boolean;
  /** Room for the figure above the bar. */
  valued: boolean;
}

function Bar({ month, x, width, yOf, unit, running, labelled, valued }: BarProps) {
  let below = 0;
  const middle = x + width / 2;
  const total = month.savings.rupiah;
  return (
    <g>
      {parts.map((part) => {
        const value = Math.max(0, month.savings[part.key]);
        const bottom = yOf(below);
        below += value;
        const top = yOf(below);
        const height = Math.max(0, bottom - top - (top === bottom ? 0 : 0.75));
        return <rect key={part.key} x={x} y={top} width={width} height={height} fill={part.colour} />;
      })}
      {valued && total > 0 ? (
        <text x={middle} y={yOf(below) - 6} className={css['value']}>
          {formatAmount(total, unit)}
        </text>
      ) : null}
      {labelled ? (
        <text x={middle} y={size.height - 7} className={css['tick']}>
          {shortMonthName(month.month)}
          {running ? '*' : ''}
        </text>
      ) : null}
    </g>
  );
}

function ChartTable({ months, unit }: { months: readonly MonthSum[]; unit: MoneyUnit }) {
  const show = (rupiah: number) => formatAmount(rupiah, unit);
  return (
    <div className="only-read">
      <table>
        <caption>Biaya yang dihemat per bulan, {unit.name}</caption>
        <thead>
          <tr>
            <th scope="col">Bulan</th>
            {parts.map((part) => (
              <th key={part.key} scope="col">
                {part.label}
              </th>
            ))}
            <th scope="col">Jumlah</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, savings }) => (
            <tr key={month}>
              <th scope="row">{monthName(month)}</th>
              {parts.map((part) => (
                <td key={part.key}>{show(savings[part.key])}</td>
              ))}
              <td>{show(savings.rupiah)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether no bar within `reach` on either side is in the way of a figure above this one. */
function standsOut(heights: readonly number[], index: number, reach: number): boolean {
  const own = heights[index] ?? 0;
  const before = heights.slice(Math.max(0, index - reach), index);
  const after = heights.slice(index + 1, index + 1 + reach);
  return before.every((height) => height < own) && after.every((height) => height <= own);
}

/** Stacked bars of what was saved each month, with the same figures as a table for those who do not see them. */
export function MonthChart({ months, until, unit }: { months: readonly MonthSum[]; until: string; unit: MoneyUnit }) {
  const [box, full] = useWidth();
  const heights = months.map(({ savings }) => parts.reduce((total, part) => total + Math.max(0, savings[part.key]), 0));
  const greatest = Math.max(...heights, 0);
  const steps = scaleSteps(greatest / unit.divisor);
  const ceiling = (steps.at(-1) ?? 1) * unit.divisor;
  const yOf = (rupiah: number) => size.top + plotHeight * (1 - rupiah / ceiling);
  const band = (full - size.left - size.right) / Math.max(months.length, 1);
  const width = Math.min(40, band * 0.64);
  const every = Math.ceil(labelWidth / band);
  const runningMonth = until === agencyToday() ? until.slice(0, 7) : undefined;

  return (
    <Card
      title={`Biaya yang dihemat per bulan, ${unit.name}`}
      aside={
        <ul className={css['legend']}>
          {runningMonth === undefined ? null : <li>* sampai {formatDayMonth(until)}</li>}
          {[...parts].reverse().map((part) => (
            <li key={part.key}>
              <span className={css['swatch']} style={{ background: part.colour }} />
              {part.label}
            </li>
          ))}
        </ul>
      }
    >
      <div ref={box}>
        <svg className={css['chart']} viewBox={`0 0 ${full} ${size.height}`} aria-hidden="true">
          {steps.map((step) => (
            <g key={step}>
              <line
                x1={size.left}
                x2={full - size.right}
                y1={yOf(step * unit.divisor)}
                y2={yOf(step * unit.divisor)}
                className={step === 0 ? css['base'] : css['line']}
              />
              <text x={size.left - 10} y={yOf(step * unit.divisor) + 4} className={css['scale']}>
                {formatDecimal(step)}
              </text>
            </g>
          ))}
          {months.map((month, index) => (
            <Bar
              key={month.month}
              month={month}
              x={size.left + band * index + (band - width) / 2}
              width={width}
              yOf={yOf}
              unit={unit}
              running={month.month === runningMonth}
              labelled={(months.length - 1 - index) % every === 0}
              valued={standsOut(heights, index, every - 1)}
            />
          ))}
        </svg>
      </div>
      <ChartTable months={months} unit={unit} />
    </Card>
  );
}
