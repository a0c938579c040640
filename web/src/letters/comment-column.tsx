import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import css from './comments.module.css';
import { layOutCards } from './lay-out-cards.ts';

function place(column: HTMLElement, paper: HTMLElement): void {
  const origin = column.getBoundingClientRect().top;
  const cards = Array.from(column.querySelectorAll<HTMLElement>(':scope > [data-card]'));
  const { tops, height } = layOutCards(
    cards.map((card) => {
      const id = card.dataset['card'] ?? '';
      const pin = paper.querySelector(`[data-pin="${CSS.escape(id)}"]`);
      const given = card.dataset['top'];
      const wanted = pin === null ? given : pin.getBoundingClientRect().top - origin - 10;
      return { wanted: wanted === undefined ? undefined : Number(wanted), height: card.offsetHeight };
    }),
  );
  cards.forEach((card, index) => (card.style.top = `${tops[index] ?? 0}px`));
  column.style.minHeight = `${height}px`;
}

/** Cards beside the paper, level with the words they speak of (children carry `data-card`, and `data-top` without a pin). */
export function CommentColumn({ paper, children }: { paper: RefObject<HTMLElement | null>; children: ReactNode }) {
  const column = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const [cards, sheet] = [column.current, paper.current];
    if (cards === null || sheet === null) return;
    const run = () => place(cards, sheet);
    const observer = new ResizeObserver(run);
    observer.observe(sheet);
    for (const card of cards.children) observer.observe(card);
    run();
    return () => observer.disconnect();
  });

  return (
    <aside className={css['column']} ref={column} aria-label="Catatan">
      {children}
    </aside>
  );
}
