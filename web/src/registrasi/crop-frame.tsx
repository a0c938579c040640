import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import css from './crop-frame.module.css';
import { edges, moveEdge, pointOnPage, seenSide, turnBack, type Crop, type Edge } from './scan-crop.ts';

interface CropFrameProps {
  crop: Crop;
  turns: number;
  onCrop: (crop: Crop) => void;
}

const corners: readonly (readonly [Edge, Edge])[] = [
  ['left', 'top'],
  ['right', 'top'],
  ['right', 'bottom'],
  ['left', 'bottom'],
];

const ways: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const step = 0.01;
const bigStep = 0.05;

function isAcross(edge: Edge): boolean {
  return edge === 'left' || edge === 'right';
}

function placeOf({ left, top, right, bottom }: Crop): CSSProperties {
  return {
    left: `${left * 100}%`,
    top: `${top * 100}%`,
    width: `${(right - left) * 100}%`,
    height: `${(bottom - top) * 100}%`,
  };
}

/** Over a whole page: the part that will be shown. Its edges follow the pointer and, for the keyboard, the arrows. */
export function CropFrame({ crop, turns, onCrop }: CropFrameProps) {
  const sheet = useRef<HTMLDivElement>(null);

  const follow = (event: PointerEvent<HTMLElement>, moved: readonly Edge[]) => {
    const frame = sheet.current?.getBoundingClientRect();
    if (frame === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [x, y] = pointOnPage({ x: event.clientX, y: event.clientY }, frame, turns);
    onCrop(moved.reduce((next, edge) => moveEdge(next, edge, isAcross(edge) ? x : y), crop));
  };
  const handlers = (moved: readonly Edge[]) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent<HTMLElement>) => follow(event, moved),
  });
  const onKey = (event: KeyboardEvent, edge: Edge) => {
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const [x, y] = turnBack(way, turns);
    const by = (isAcross(edge) ? x : y) * (event.shiftKey ? bigStep : step);
    onCrop(moveEdge(crop, edge, crop[edge] + by));
  };

  return (
    <div className={css['sheet']} ref={sheet}>
      <div className={css['frame']} style={placeOf(crop)} data-turned={turns % 2 === 1 ? '' : undefined}>
        {edges.map((edge) => (
          <div
            key={edge}
            className={css['edge']}
            data-edge={edge}
            role="slider"
            tabIndex={0}
            aria-label={`Tepi ${seenSide(edge, turns)}`}
            aria-orientation={isAcross(edge) === (turns % 2 === 0) ? 'horizontal' : 'vertical'}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(crop[edge] * 100)}
            aria-valuetext={`${Math.round(crop[edge] * 100)}% halaman`}
            onKeyDown={(event) => onKey(event, edge)}
            {...handlers([edge])}
          />
        ))}
        {corners.map((corner) => (
          <span key={corner.join('-')} className={css['corner']} data-corner={corner.join('-')} {...handlers(corner)} />
        ))}
      </div>
    </div>
  );
}
