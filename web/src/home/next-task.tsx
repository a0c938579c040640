import { IconArrowRight } from '@tabler/icons-react';
import type { Task } from '../../../server/tasks/contract.ts';
import { Badge, BadgeRow, ButtonLink, GradeBadge } from '../kit/index.ts';
import css from './home.module.css';
import { deadlineSentence, noteBesideKind, taskKinds } from './task-words.ts';

/** One button that walks the queue, the most pressing first. */
export function NextTask({ task, count }: { task: Task; count: number }) {
  const kind = taskKinds[task.kind];
  return (
    <section className={css['next']} aria-label="Pekerjaan berikutnya">
      <div className={css['nextText']}>
        <BadgeRow>
          <span className={css['nextLead']}>Berikutnya</span>
          <Badge tone={kind.tone}>{kind.label}</Badge>
          <GradeBadge grade={task.handlingGrade} security={task.securityClass} />
        </BadgeRow>
        <h2 className={css['nextSubject']}>{task.subject}</h2>
        <p className={css['nextNote']}>
          {task.dueDate === null ? null : `${deadlineSentence(task.dueDate)} `}
          {noteBesideKind(task)}
        </p>
      </div>
      <div className={css['nextAction']}>
        <ButtonLink
          to={task.path}
          variant="primary"
          size="large"
          full
          trailing={<IconArrowRight size={20} stroke={2} aria-hidden="true" />}
        >
          Kerjakan yang berikutnya
        </ButtonLink>
        {count > 1 ? <p className={css['nextCount']}>1 dari {count}, lalu lanjut ke surat sesudahnya</p> : null}
      </div>
    </section>
  );
}
