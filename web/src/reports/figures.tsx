import { formatCount, formatDecimal, formatRupiahShort } from '../format/numbers.ts';
import { agencyToday } from '../format/dates.ts';
import css from './figures.module.css';
import { monthName } from './period.ts';
import { Sparkline } from './sparkline.tsx';
import type { Summary } from './summarise.ts';

const tons = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

function formatWeight(kilograms: number): string {
  return Math.abs(kilograms) >= 1000 ? `${tons.format(kilograms / 1000)} ton` : `${formatDecimal(kilograms)} kg`;
}

function LastMonth({ summary }: { summary: Summary }) {
  const last = summary.months.at(-1);
  if (last === undefined) return null;
  const running = last.month === agencyToday().slice(0, 7);
  return (
    <p className={css['note']}>
      <strong className={css['gain']}>{formatRupiahShort(Math.round(last.savings.rupiah))}</strong> pada{' '}
      {monthName(last.month)}
      {running ? ' sejauh ini' : ''}
    </p>
  );
}

/** The four headline figures. */
export function Figures({
  summary,
  totalLetters,
  isTrial,
}: {
  summary: Summary;
  totalLetters: number;
  isTrial: boolean;
}) {
  const { total } = summary;
  const share = totalLetters === 0 ? 0 : Math.round((summary.letters / totalLetters) * 100);
  return (
    <dl className={css['figures']}>
      <div className={css['figure']} data-main="" data-trial={isTrial ? '' : undefined}>
        <dt>{isTrial ? 'Hemat biaya, percobaan' : 'Hemat biaya'}</dt>
        <dd>
          <span className={css['value']}>{formatRupiahShort(Math.round(total.rupiah))}</span>
          <LastMonth summary={summary} />
        </dd>
        <dd className={css['spark']} aria-hidden="true">
          <Sparkline values={summary.months.map((month) => month.savings.rupiah)} />
        </dd>
      </div>
      <div className={css['figure']}>
        <dt>Kertas</dt>
        <dd>
          <span className={css['value']}>{formatCount(total.sheets)} lembar</span>
          <p className={css['note']}>
            {formatDecimal(total.rim)} rim
            {summary.printedSheets > 0 ? ` · sudah dikurangi ${formatCount(summary.printedSheets)} lembar cetakan` : ''}
          </p>
        </dd>
      </div>
      <div className={css['figure']}>
        <dt>Berat kertas</dt>
        <dd>
          <span className={css['value']}>{formatWeight(total.kilograms)}</span>
          <p className={css['note']}>
            {summary.basis === undefined
              ? 'menurut berat rim tiap bulan'
              : `${formatDecimal(summary.basis.kilogramsPerRim)} kg per rim A4`}
          </p>
        </dd>
      </div>
      <div className={css['figure']}>
        <dt>Surat tanpa kertas</dt>
        <dd>
          <span className={css['value']}>{formatCount(summary.letters)} surat</span>
          <p className={css['note']}>
            {share}% dari {formatCount(totalLetters)} surat terkirim
          </p>
        </dd>
      </div>
    </dl>
  );
}
