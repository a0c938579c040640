import type { ReactNode } from 'react';
import css from './card.module.css';

interface CardProps {
  title?: ReactNode;
  /** Right of the title: a count, a badge or a link. */
  aside?: ReactNode;
  /** `flush`: rows draw their own padding and lines. */
  flush?: boolean;
  tone?: 'plain' | 'kapuas' | 'selesai' | 'segera' | 'menunggu';
  children?: ReactNode;
}

export function Card({ title, aside, flush = false, tone = 'plain', children }: CardProps) {
  return (
    <section className={css['card']} data-tone={tone} data-flush={flush ? '' : undefined}>
      {title === undefined ? null : (
        <header className={css['head']}>
          <h2 className={css['title']}>{title}</h2>
          {aside === undefined ? null : <div className={css['aside']}>{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** A tinted note with an icon inside a panel. */
export function Notice({
  icon,
  tone = 'kapuas',
  children,
}: {
  icon?: ReactNode;
  tone?: 'kapuas' | 'menunggu' | 'segera' | 'selesai';
  children: ReactNode;
}) {
  return (
    <div className={css['notice']} data-tone={tone}>
      {icon}
      <div>{children}</div>
    </div>
  );
}
