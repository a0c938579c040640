import { useEffect, useState } from 'react';
import css from './states.module.css';

/** True once `delayMs` have passed; a fast answer never flashes a skeleton. */
export function useDelayed(delayMs = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return late;
}

/** Grey lines in place of rows that are on their way; appears after 200 ms. */
export function Skeleton({ rows = 4, height = 56 }: { rows?: number; height?: number }) {
  const visible = useDelayed();
  return (
    <div className={css['skeleton']} aria-busy="true">
      <span className="only-read" role="status">
        {visible ? 'Memuat' : ''}
      </span>
      {visible
        ? Array.from({ length: rows }, (_, row) => <span key={row} className={css['bone']} style={{ height }} />)
        : null}
    </div>
  );
}
