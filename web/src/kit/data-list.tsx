import type { ReactNode } from 'react';
import css from './data-list.module.css';

/** Labels and values; `divided` draws a line between the rows and puts the label above the value on phones. */
export function DataList({ children, divided = false }: { children: ReactNode; divided?: boolean }) {
  return (
    <dl className={css['list']} data-divided={divided ? '' : undefined}>
      {children}
    </dl>
  );
}

export function DataRow({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className={css['row']}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note === undefined ? null : <div className={css['note']}>{note}</div>}
      </dd>
    </div>
  );
}
