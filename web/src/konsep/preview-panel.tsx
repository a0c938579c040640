import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../format/dates.ts';
import { Button, ErrorNote, IconButton, Spinner } from '../kit/index.ts';
import css from './preview-panel.module.css';
import type { Preview } from './use-preview.ts';

interface PreviewPanelProps {
  preview: Preview & { retry: () => void };
  title: string;
  annexCount: number;
}

/** The pages as they would print now. */
export function PreviewPanel({ preview, title, annexCount }: PreviewPanelProps) {
  const [isLarge, setLarge] = useState(false);
  const { scroller, visible } = useVisiblePage(preview.pages.length);
  return (
    <section className={css['panel']} aria-label="Pratinjau PDF">
      <header className={css['head']}>
        <h2 className={css['title']}>Pratinjau PDF</h2>
        <span className={css['facts']}>{factsOf(preview, visible)}</span>
        {preview.isPending && preview.pages.length > 0 ? <Spinner size={16} /> : null}
        <IconButton
          label={isLarge ? 'Sesuaikan lebar' : 'Perbesar'}
          icon={isLarge ? <IconZoomOut size={20} stroke={1.8} /> : <IconZoomIn size={20} stroke={1.8} />}
          onClick={() => setLarge(!isLarge)}
        />
      </header>
      <div
        className={css['pages']}
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={`Halaman naskah: ${title}`}
        data-large={isLarge ? '' : undefined}
      >
        <PreviewProblem preview={preview} />
        <Pages preview={preview} title={title} annexCount={annexCount} />
      </div>
    </section>
  );
}

function Pages({ preview, title, annexCount }: PreviewPanelProps) {
  if (preview.pages.length === 0) {
    return preview.problem === null ? <div className={css['waiting']} aria-busy="true" /> : null;
  }
  return (
    <>
      {preview.pages.map((page, index) => (
        <img
          key={page.src}
          className={css['page']}
          data-page={index + 1}
          src={page.src}
          width={page.width}
          height={page.height}
          alt={`${title}, halaman ${index + 1}`}
        />
      ))}
      {annexCount === 0 ? null : (
        <p className={css['after']}>{annexCount} lampiran menyusul sesudah halaman terakhir.</p>
      )}
    </>
  );
}

function factsOf(preview: Preview, visible: number): string {
  if (preview.updatedAt === null) return preview.problem === null ? 'Sedang disusun' : 'Belum dapat disusun';
  return `Halaman ${Math.min(visible, preview.pages.length)} dari ${preview.pages.length} · diperbarui ${formatTime(preview.updatedAt)}`;
}

/** Old pages stay below: they are said to be old. */
function PreviewProblem({ preview }: { preview: Preview & { retry: () => void } }) {
  if (preview.problem === null) return null;
  const isTheirs = preview.problem.code === 'offline' || preview.problem.status >= 500;
  if (isTheirs) return <ErrorNote problem={preview.problem} onRetry={preview.retry} />;
  return (
    <div className={css['problem']} role="status">
      <p>
        {preview.pages.length > 0 ? 'Pratinjau ini belum memuat perubahan terakhir.' : 'Pratinjau belum dapat disusun.'}
      </p>
      <p>{preview.problem.message}</p>
      <Button size="small" onClick={preview.retry}>
        Coba lagi
      </Button>
    </div>
  );
}

function useVisiblePage(count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(1);
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const best = entries
          .filter((entry) => entry.isIntersecting)
          .sort((a, b) => b.intersectionRatio - a.intersectionRatio)[0];
        if (best?.target instanceof HTMLElement) setVisible(Number(best.target.dataset['page']));
      },
      { root, threshold: [0.2, 0.5, 0.8] },
    );
    for (const page of root.querySelectorAll('[data-page]')) observer.observe(page);
    return () => observer.disconnect();
  }, [count]);
  return { scroller, visible };
}
