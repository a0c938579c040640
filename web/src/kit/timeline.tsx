import type { ReactNode } from 'react';
import css from './timeline.module.css';

/** `current` is gold and used once; `ahead` has not happened yet. */
export type TimelineTone = 'done' | 'step' | 'returned' | 'current' | 'ahead';

interface TimelineItemProps {
  title: ReactNode;
  tone: TimelineTone;
  /** An icon of 16 px makes a round mark; without one a small dot is drawn. */
  icon?: ReactNode;
  /** Left of the mark on wide screens. */
  time?: ReactNode;
  /** Right of the title. */
  aside?: ReactNode;
  children?: ReactNode;
}

export function Timeline({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className={css['timeline']} aria-label={label}>
      {children}
    </ol>
  );
}

export function TimelineItem({ title, tone, icon, time, aside, children }: TimelineItemProps) {
  return (
    <li className={css['item']} data-tone={tone} data-timed={time === undefined ? undefined : ''}>
      {time === undefined ? null : <span className={css['time']}>{time}</span>}
      <span className={css['mark']} data-dot={icon === undefined ? '' : undefined} aria-hidden="true">
        {icon}
      </span>
      <div className={css['body']}>
        <div className={css['top']}>
          <span className={css['title']}>{title}</span>
          {aside === undefined ? null : <span className={css['aside']}>{aside}</span>}
        </div>
        {children === undefined ? null : <div className={css['text']}>{children}</div>}
      </div>
    </li>
  );
}
