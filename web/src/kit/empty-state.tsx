import type { ReactNode } from 'react';
import css from './states.module.css';

/** Nothing to show, said as a fact, with the next step when there is one. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  heading: Title = 'p',
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** `h1` where the page has no other title. */
  heading?: 'p' | 'h1';
}) {
  return (
    <div className={css['empty']}>
      {icon === undefined ? null : <span className={css['emptyIcon']}>{icon}</span>}
      <Title className={css['emptyTitle']}>{title}</Title>
      {children === undefined ? null : <div className={css['emptyText']}>{children}</div>}
      {action}
    </div>
  );
}
