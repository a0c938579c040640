import { useEffect, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react';
import type { ScanBox } from './scan-boxes.ts';
import type { Crop } from './scan-crop.ts';
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
  /** The part that is shown. */
  crop: Crop;
  /** Over the page, turned with it. */
  overlay?: ReactNode;
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
function turnedStyle(ratio: number, turns: number): CSSProperties {
  const isLying = turns % 2 === 1;
  return {
    width: isLying ? share(ratio) : '100%',
    height: isLying ? share(1 / ratio) : '100%',
    transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
  };
}

/** The whole page behind the part that is shown. */
function sheetStyle({ left, top, right, bottom }: Crop): CSSProperties {
  const [width, height] = [right - left, bottom - top];
  return {
    left: share(-left / width),
    top: share(-top / height),
    width: share(1 / width),
    height: share(1 / height),
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
export function ScanPage(props: ScanPageProps) {
  const { page, alt, zoom, turns, crop, overlay, boxes, active, wish, scroller } = props;
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const activeMark = useRef<HTMLSpanElement>(null);
  const isLying = turns % 2 === 1;
  const { src } = page;
  const widthPx = page.widthPx * (crop.right - crop.left);
  const heightPx = page.heightPx * (crop.bottom - crop.top);

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
      <div className={css['turned']} style={turnedStyle(widthPx / heightPx, turns)}>
        <div className={css['sheet']} style={sheetStyle(crop)}>
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
          {overlay}
        </div>
      </div>
    </div>
  );
}
