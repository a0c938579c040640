import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import css from './action-bar.module.css';

/**
 * The actions of one letter: where it stands on wide screens; on phones fixed at the bottom in place of the main menu,
 * with as much room kept free under the page.
 */
export function ActionBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);

  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const root = document.documentElement.style;
    const measure = () => {
      const fixed = getComputedStyle(element).position === 'fixed' ? element.offsetHeight : 0;
      setHeight(fixed);
      root.setProperty('--action-bar', `${fixed}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      root.removeProperty('--action-bar');
    };
  }, []);

  return (
    <div data-action-bar="" style={{ paddingBottom: height }}>
      <div className={css['bar']} ref={bar} role="group" aria-label="Tindakan">
        {children}
      </div>
    </div>
  );
}

export function ActionRow({ children }: { children: ReactNode }) {
  return <div className={css['row']}>{children}</div>;
}
