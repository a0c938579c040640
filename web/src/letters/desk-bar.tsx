import { Card } from '../kit/index.ts';
import css from './journey.module.css';
import { formatOfficeTime, type Journey } from './journey-words.ts';

/** One bar over all desks, each as wide as the office time it had the letter. */
export function DeskBar({ journey }: { journey: Journey }) {
  if (journey.desks.length === 0) return null;
  const { totalOfficeMinutes, parallelMinutes, desks } = journey;
  const title =
    totalOfficeMinutes === null
      ? 'Lama di tiap meja'
      : `Selesai dalam ${formatOfficeTime(totalOfficeMinutes, 'menit')} kerja`;
  const parallel = parallelMinutes > 0 ? `, ${formatOfficeTime(parallelMinutes, 'menit')} di antaranya serentak` : '';
  const longest = Math.max(...desks.map((desk) => desk.officeMinutes), 1);
  return (
    <Card title={title} aside={totalOfficeMinutes === null ? `jam kerja${parallel}` : `Lama di tiap meja${parallel}`}>
      <ol className={css['desks']}>
        {desks.map((desk, index) => (
          <li key={index} style={{ flexGrow: Math.max(desk.officeMinutes, longest / 12) }} data-series={index % 5}>
            <span className={css['deskBar']} aria-hidden="true" />
            <span className={css['deskLabel']}>{desk.label}</span>
            <span className={css['deskTime']}>
              {formatOfficeTime(desk.officeMinutes)}
              {desk.isParallel ? ' · serentak' : ''}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
