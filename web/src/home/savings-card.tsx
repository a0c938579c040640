import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../../server/contract.ts';
import type { getHomeEndpoint } from '../../../server/tasks/contract.ts';
import { formatCount, formatDecimal, formatRupiah, formatRupiahShort } from '../format/numbers.ts';
import { Badge, Card } from '../kit/index.ts';
import css from './home.module.css';
import { sparklinePoints } from './sparkline-points.ts';

type Savings = OutputOf<typeof getHomeEndpoint>['savings'];

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const sheetsPerReam = 500;
const size = { width: 124, height: 32, edge: 5 };

function monthName(month: string | undefined): string {
  return monthNames[Number(month?.slice(5, 7)) - 1] ?? '';
}

function Sparkline({ months }: { months: Savings['months'] }) {
  const points = sparklinePoints(
    months.map((month) => month.rupiah),
    size.width,
    size.height,
  );
  const last = points.at(-1);
  return (
    <div className={css['spark']}>
      <svg
        viewBox={`${-size.edge} ${-size.edge} ${size.width + 2 * size.edge} ${size.height + 2 * size.edge}`}
        aria-hidden="true"
      >
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {last === undefined ? null : <circle cx={last.x} cy={last.y} r={4} />}
      </svg>
      <div className={css['sparkEnds']} aria-hidden="true">
        <span>{monthName(months[0]?.month)}</span>
        <span>{monthName(months.at(-1)?.month)}</span>
      </div>
    </div>
  );
}

function MonthTable({ months }: { months: Savings['months'] }) {
  return (
    <table className="only-read">
      <caption>Penghematan per bulan</caption>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{`${monthName(month.month)} ${month.month.slice(0, 4)}`}</th>
            <td>{formatRupiah(month.rupiah)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SavingsCard({ savings }: { savings: Savings }) {
  const parts = [
    `Kertas ${formatRupiahShort(savings.paperRupiah)}`,
    `toner ${formatRupiahShort(savings.tonerRupiah)}`,
    ...(savings.courierRupiah > 0 ? [`antar ${formatRupiahShort(savings.courierRupiah)}`] : []),
  ];
  return (
    <Card title="Hemat bulan ini" aside={<Badge tone="konsep">Perkiraan</Badge>}>
      <div className={css['savings']}>
        <div>
          <p className={css['savingsFigure']}>{formatRupiahShort(savings.rupiah)}</p>
          <p className={css['savingsSheets']}>
            {formatCount(savings.sheets)} lembar, setara {formatDecimal(savings.sheets / sheetsPerReam)} rim
          </p>
        </div>
        {savings.months.length > 1 ? <Sparkline months={savings.months} /> : null}
      </div>
      <MonthTable months={savings.months} />
      <p className={css['savingsFoot']}>
        {parts.join(' + ')}. <Link to="/laporan">Lihat rumus</Link>
      </p>
    </Card>
  );
}
