import type { ReactNode } from 'react';
import css from './states.module.css';

/** Nothing to show, said as a fact, with the next step when there is one. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={css['empty']}>
      {icon === undefined ? null : <span className={css['emptyIcon']}>{icon}</span>}
      <p className={css['emptyTitle']}>{title}</p>
      {children === undefined ? null : <div className={css['emptyText']}>{children}</div>}
      {action}
    </div>
  );
}
