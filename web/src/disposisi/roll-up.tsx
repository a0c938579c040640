import { IconClock } from '@tabler/icons-react';
import type { DispositionTree } from '../../../server/dispositions/contract.ts';
import { agencyNow, formatShortDateTime, zoneName } from '../format/dates.ts';
import css from './disposition-screen.module.css';
import { timeLeft } from './due-words.ts';
import { segmentsOf, type Segment } from './tree-shape.ts';

const words: Record<Segment, string> = {
  done: 'selesai',
  in_progress: 'dikerjakan',
  waiting: 'belum dikerjakan',
  late: 'terlambat',
};

/** "3/5" with one segment of the bar for each recipient at every level. */
export function RollUp({ tree }: { tree: DispositionTree }) {
  const segments = segmentsOf(tree.items);
  const counted = (['done', 'in_progress', 'waiting', 'late'] as const)
    .map((kind) => ({ kind, count: segments.filter((segment) => segment === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className={css['rollup']}>
      <div className={css['figure']}>
        <span className={css['figureLabel']}>Selesai</span>
        <span className={css['figureNumber']}>
          {tree.rollup.done}/{tree.rollup.total}
          <span className={css['figurePhone']}> selesai</span>
        </span>
      </div>
      <div className={css['bars']}>
        <div className={css['bar']} aria-hidden="true">
          {segments.map((segment, index) => (
            <span key={index} data-segment={segment} />
          ))}
        </div>
        <div className={css['legend']}>
          <ul className={css['kinds']}>
            {counted.map(({ kind, count }) => (
              <li key={kind} data-segment={kind}>
                {count} {words[kind]}
              </li>
            ))}
          </ul>
          {tree.dueAt === null ? null : (
            <span className={css['dueLine']}>
              <IconClock size={16} stroke={1.8} aria-hidden="true" />
              Tenggat{' '}
              <strong>
                {formatShortDateTime(tree.dueAt)} {zoneName()}
              </strong>{' '}
              · {timeLeft(tree.dueAt, agencyNow())}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
