import type { ReactNode } from 'react';
import css from './verdict-card.module.css';

export type VerdictTone = 'good' | 'bad' | 'warn' | 'plain';

/** The answer in one word and one sentence, read aloud when it comes, and what it rests on below. */
export function VerdictCard({
  tone,
  icon,
  title,
  sentence,
  isBelow = false,
  children,
}: {
  tone: VerdictTone;
  icon: ReactNode;
  title: string;
  sentence: ReactNode;
  /** Another verdict stands above: this one is no longer the title of the page. */
  isBelow?: boolean;
  children?: ReactNode;
}) {
  const Title = isBelow ? 'h2' : 'h1';
  return (
    <section className={css['card']}>
      <div className={css['head']} data-tone={tone} role="status">
        <span className={css['mark']}>{icon}</span>
        <div>
          <Title className={css['title']}>{title}</Title>
          <p>{sentence}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
