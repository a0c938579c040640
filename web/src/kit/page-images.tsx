import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import css from './page-images.module.css';
import { useDelayed } from './skeleton.tsx';

export interface PageImage {
  /** Address of the WebP image made by the server. */
  src: string;
  /** A sharper one for when the page is enlarged. */
  largeSrc?: string;
  /** Under the thumbnail: "1", "2 Lampiran". */
  label: string;
  widthPx?: number;
  heightPx?: number;
}

interface PageImagesProps {
  pages: readonly PageImage[];
  /** What the pages show, for people who do not see them: the subject of the letter. */
  title: string;
  /** Thumbnails left of the page; hidden on phones and for a single page. */
  thumbnails?: boolean;
}

const zoomSteps = [1, 1.35, 1.8] as const;

function Page({ page, title, zoom }: { page: PageImage; title: string; zoom: number }) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const late = useDelayed();
  return (
    <div
      className={css['page']}
      data-page={page.label}
      data-waiting={state === 'loading' && late ? '' : undefined}
      style={{
        width: `${100 * zoom}%`,
        maxWidth: `${Math.round(530 * zoom)}px`,
        aspectRatio: `${page.widthPx ?? 210} / ${page.heightPx ?? 297}`,
      }}
    >
      {state === 'failed' ? (
        <p className={css['failed']}>Gambar halaman {page.label} tidak dapat dimuat. Unduh PDF untuk membacanya.</p>
      ) : (
        <img
          src={zoom > 1 ? (page.largeSrc ?? page.src) : page.src}
          alt={`${title}, halaman ${page.label}`}
          loading="lazy"
          decoding="async"
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
        />
      )}
    </div>
  );
}

/** The page that is most visible while scrolling. */
function useVisiblePage(pages: readonly PageImage[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(0);
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    const elements = Array.from(root.querySelectorAll('[data-page]'));
    const observer = new IntersectionObserver(
      (entries) => {
        const best = entries
          .filter((entry) => entry.isIntersecting)
          .sort((a, b) => b.intersectionRatio - a.intersectionRatio)[0];
        if (best !== undefined) setVisible(elements.indexOf(best.target));
      },
      { root, threshold: [0.3, 0.6] },
    );
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  }, [pages]);
  return { scroller, visible };
}

export function PageImages({ pages, title, thumbnails = true }: PageImagesProps) {
  const [zoomAt, setZoomAt] = useState(0);
  const { scroller, visible } = useVisiblePage(pages);
  const withThumbnails = thumbnails && pages.length > 1;

  const show = (index: number) => {
    scroller.current?.querySelectorAll('[data-page]')[index]?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };

  return (
    <div className={css['viewer']} data-thumbnails={withThumbnails ? '' : undefined}>
      {withThumbnails ? (
        <div className={css['thumbnails']}>
          {pages.map((page, index) => (
            <button
              key={page.src}
              type="button"
              className={css['thumbnail']}
              aria-current={index === visible}
              aria-label={`Halaman ${page.label}`}
              onClick={() => show(index)}
            >
              <img src={page.src} alt="" loading="lazy" decoding="async" />
              <span>{page.label}</span>
            </button>
          ))}
        </div>
      ) : null}
      <div className={css['pages']} ref={scroller} tabIndex={0} role="region" aria-label={`Halaman surat: ${title}`}>
        {pages.map((page) => (
          <Page key={page.src} page={page} title={title} zoom={zoomSteps[zoomAt] ?? 1} />
        ))}
      </div>
      <div className={css['zoom']}>
        <IconButton
          framed
          label="Perkecil"
          disabled={zoomAt === 0}
          icon={<IconZoomOut size={20} stroke={1.8} />}
          onClick={() => setZoomAt(zoomAt - 1)}
        />
        <IconButton
          framed
          label="Perbesar"
          disabled={zoomAt === zoomSteps.length - 1}
          icon={<IconZoomIn size={20} stroke={1.8} />}
          onClick={() => setZoomAt(zoomAt + 1)}
        />
      </div>
    </div>
  );
}
