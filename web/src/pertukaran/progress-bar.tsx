import { formatCount } from '../format/numbers.ts';
import css from './exchange.module.css';

/** How much of a job is done, in figures and as a bar. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className={css['progress']}>
      <div
        className={css['track']}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={css['fill']} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={css['figures']}>
        {total === 0 ? 'Menyiapkan' : `${formatCount(done)} dari ${formatCount(total)}`}
      </span>
    </div>
  );
}
