import { useRef, type TouchEvent } from 'react';

const leastX = 90;
const mostY = 50;

/** A quick sideways stroke of one finger; selecting text and scrolling a table sideways are no strokes. */
export function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0];
      const inTable = (event.target as Element).closest('.tableWrapper') !== null;
      start.current =
        event.touches.length === 1 && touch !== undefined && !inTable ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (start.current === null || touch === undefined || getSelection()?.isCollapsed === false) return;
      const [dx, dy] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
      start.current = null;
      if (Math.abs(dx) >= leastX && Math.abs(dy) <= mostY) onSwipe(dx < 0 ? 1 : -1);
    },
  };
}
