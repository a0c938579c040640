import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';
import type { ScanBox } from './scan-boxes.ts';
import css from './scan-pane.module.css';

export interface ScanPageImage {
  src: string;
  widthPx: number;
  heightPx: number;
}

interface ScanPageProps {
  page: ScanPageImage;
  alt: string;
  /** 1 fills the width. */
  zoom: number;
  /** Quarter turns, clockwise. */
  turns: number;
  boxes: readonly ScanBox[];
  active: ScanBox | undefined;
  /** Counts up with every wish to see the active place. */
  wish: number;
  scroller: RefObject<HTMLDivElement | null>;
}

function share(value: number): string {
  return `${value * 100}%`;
}

/** A little air around the words, so that the frame does not touch them. */
function placeOf({ box }: ScanBox): CSSProperties {
  const [beside, above] = [0.005, 0.0025];
  return {
    left: share(box.x - beside),
    top: share(box.y - above),
    width: share(box.width + 2 * beside),
    height: share(box.height + 2 * above),
  };
}

/** The sheet keeps its shape when it is turned: a lying page is as wide as a standing one is high. */
function turnedStyle(page: ScanPageImage, turns: number): CSSProperties {
  const ratio = page.widthPx / page.heightPx;
  const isLying = turns % 2 === 1;
  return {
    width: isLying ? share(ratio) : '100%',
    height: isLying ? share(1 / ratio) : '100%',
    transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
  };
}

function bringIntoView(scroller: HTMLElement, mark: HTMLElement): void {
  const frame = scroller.getBoundingClientRect();
  const place = mark.getBoundingClientRect();
  scroller.scrollTo({
    left: scroller.scrollLeft + place.left - frame.left - Math.max(24, (frame.width - place.width) / 2),
    top: scroller.scrollTop + place.top - frame.top - Math.max(36, (frame.height - place.height) / 2),
    behavior: 'smooth',
  });
}

/** One page with the places of what was read; the active one carries its name and is brought into view. */
export function ScanPage({ page, alt, zoom, turns, boxes, active, wish, scroller }: ScanPageProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const activeMark = useRef<HTMLSpanElement>(null);
  const isLying = turns % 2 === 1;
  const { widthPx, heightPx, src } = page;

  useEffect(() => {
    if (scroller.current !== null && activeMark.current !== null) bringIntoView(scroller.current, activeMark.current);
  }, [active?.field, active?.page, wish, state, scroller]);

  return (
    <div
      className={css['page']}
      style={{
        width: share(zoom),
        aspectRatio: isLying ? `${heightPx} / ${widthPx}` : `${widthPx} / ${heightPx}`,
      }}
    >
      <div className={css['turned']} style={turnedStyle(page, turns)}>
        {state === 'failed' ? (
          <p className={css['failed']}>Gambar halaman tidak dapat dimuat. Berkasnya tetap ada dan dapat diunduh.</p>
        ) : (
          <img
            key={src}
            src={src}
            alt={alt}
            decoding="async"
            onLoad={() => setState('shown')}
            onError={() => setState('failed')}
          />
        )}
        {boxes.map((one) => (
          <span
            key={one.field}
            ref={one.field === active?.field ? activeMark : undefined}
            className={css['box']}
            data-tone={one.tone}
            data-active={one.field === active?.field ? '' : undefined}
            style={placeOf(one)}
            aria-hidden="true"
          >
            {one.field === active?.field ? <span className={css['boxLabel']}>{one.label}</span> : null}
          </span>
        ))}
      </div>
    </div>
  );
}
