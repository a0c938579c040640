import { Link } from '@tanstack/react-router';
import type { Task } from '../../../server/tasks/contract.ts';
import { formatDate, formatDayMonth } from '../format/dates.ts';
import { Badge, BadgeRow, Card, EmptyState } from '../kit/index.ts';
import { DeadlineBadge, deadlineTone } from '../letters/letter-badges.tsx';
import css from './home.module.css';

function DateTile({ dueDate }: { dueDate: string }) {
  const [day, month] = formatDayMonth(dueDate).split(' ');
  return (
    <span className={css['tile']} data-tone={deadlineTone(dueDate)}>
      <span className="only-read">Tenggat {formatDate(dueDate)}. </span>
      <span className={css['tileDay']} aria-hidden="true">
        {day}
      </span>
      <span className={css['tileMonth']} aria-hidden="true">
        {month}
      </span>
    </span>
  );
}

function DeadlineRow({ task, dueDate }: { task: Task; dueDate: string }) {
  const isSecret = task.securityClass === 'R' || task.securityClass === 'SR';
  return (
    <li>
      <Link to={task.path} className={css['deadline']}>
        <DateTile dueDate={dueDate} />
        <span className={css['rowText']}>
          <span className={css['rowTitle']}>{task.subject}</span>
          <span className={css['deadlineNote']}>{task.note}</span>
          <span className={css['deadlineBadges']}>
            <BadgeRow>
              {isSecret ? <Badge tone="rahasia">Rahasia</Badge> : null}
              <DeadlineBadge dueDate={dueDate} />
            </BadgeRow>
          </span>
        </span>
      </Link>
    </li>
  );
}

export function DeadlineCard({ deadlines }: { deadlines: readonly Task[] }) {
  return (
    <Card flush title="Tenggat terdekat">
      {deadlines.length === 0 ? (
        <EmptyState title="Tidak ada tenggat">Pekerjaan yang bertanggal akan berurut di sini.</EmptyState>
      ) : (
        <ul className={css['rows']}>
          {deadlines.map((task) =>
            task.dueDate === null ? null : <DeadlineRow key={task.path} task={task} dueDate={task.dueDate} />,
          )}
        </ul>
      )}
    </Card>
  );
}
