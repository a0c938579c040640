import { useState } from 'react';
import { formatCount, formatDecimal, formatRupiahShort } from '../format/numbers.ts';
import { Button, Card } from '../kit/index.ts';
import { formatAmount, moneyUnit, type MoneyUnit, type Summary, type UnitSum } from './summarise.ts';
import css from './unit-table.module.css';

const firstShown = 7;
const firstOnPhone = 3;

/** The units beyond the first rows as one row, so that the total stays the sum of what is shown. */
function joinUnits(units: readonly UnitSum[]): UnitSum {
  const add = (pick: (unit: UnitSum) => number) => units.reduce((total, unit) => total + pick(unit), 0);
  return {
    unitId: 'lain',
    unitName: `${units.length} unit lain`,
    letters: add((unit) => unit.letters),
    deliveries: add((unit) => unit.deliveries),
    savings: {
      sheets: add((unit) => unit.savings.sheets),
      rim: add((unit) => unit.savings.rim),
      kilograms: add((unit) => unit.savings.kilograms),
      paperRupiah: add((unit) => unit.savings.paperRupiah),
      tonerRupiah: add((unit) => unit.savings.tonerRupiah),
      courierRupiah: add((unit) => unit.savings.courierRupiah),
      rupiah: add((unit) => unit.savings.rupiah),
    },
  };
}

function Cells({ unit, money }: { unit: Omit<UnitSum, 'unitId' | 'unitName'>; money: MoneyUnit }) {
  return (
    <>
      <td>{formatCount(unit.letters)}</td>
      <td>{formatCount(unit.savings.sheets)}</td>
      <td>{formatDecimal(unit.savings.rim)}</td>
      <td>{formatCount(unit.deliveries)}</td>
      <td className={css['money']}>{formatAmount(unit.savings.rupiah, money)}</td>
    </>
  );
}

/** Figures by unit with their total. */
export function UnitTable({ summary }: { summary: Summary }) {
  const [all, setAll] = useState(false);
  const unit = moneyUnit(summary.total.rupiah);
  const cut = all || summary.units.length <= firstShown + 1 ? summary.units.length : firstShown;
  const rest = summary.units.slice(cut);
  return (
    <div className={css['frame']} tabIndex={0} role="region" aria-label="Penghematan menurut unit">
      <table className={css['table']}>
        <caption className="only-read">Penghematan menurut unit, rupiah dalam {unit.name}</caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Surat</th>
            <th scope="col">Lembar</th>
            <th scope="col">Rim</th>
            <th scope="col">Kiriman</th>
            <th scope="col">Hemat, {unit.short}</th>
          </tr>
        </thead>
        <tbody>
          {summary.units.slice(0, cut).map((one) => (
            <tr key={one.unitId}>
              <th scope="row">{one.unitName}</th>
              <Cells unit={one} money={unit} />
            </tr>
          ))}
          {rest.length === 0 ? null : (
            <tr>
              <th scope="row">
                <button type="button" className={css['more']} onClick={() => setAll(true)}>
                  {rest.length} unit lain
                </button>
              </th>
              <Cells unit={joinUnits(rest)} money={unit} />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Jumlah</th>
            <Cells
              unit={{ letters: summary.letters, deliveries: summary.deliveries, savings: summary.total }}
              money={unit}
            />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The same ranking as bars, for phones. */
export function UnitBars({ summary }: { summary: Summary }) {
  const [all, setAll] = useState(false);
  const shown = all ? summary.units : summary.units.slice(0, firstOnPhone);
  const greatest = Math.max(summary.units[0]?.savings.rupiah ?? 0, 1);
  return (
    <Card
      title="Unit teratas"
      aside={
        shown.length === summary.units.length ? undefined : (
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            Semua {summary.units.length}
          </Button>
        )
      }
    >
      <ol className={css['bars']}>
        {shown.map((unit) => (
          <li key={unit.unitId}>
            <span>{unit.unitName}</span>
            <strong>{formatRupiahShort(Math.round(unit.savings.rupiah))}</strong>
            <span className={css['track']} aria-hidden="true">
              <span style={{ width: `${Math.max(0, (unit.savings.rupiah / greatest) * 100)}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
