import { useEffect, useRef, useState } from 'react';
import type { PreviewPage } from './preview-page.ts';
import type { Letter } from '../../../server/letters/contract.ts';
import { isProblem, type ApiProblem } from '../api/index.ts';
import { toLetterContent, type DraftContent } from './draft-content.ts';
import { previewLetter } from '../letters/letter-operations.ts';
import { previewDelayMs } from './preview-pace.ts';
import { releasePages, toPreviewPages } from './preview-page.ts';

export interface Preview {
  pages: readonly PreviewPage[];
  /** When the shown pages were typeset; null before the first. */
  updatedAt: Date | null;
  isPending: boolean;
  /** Why the newest words are not on the pages. */
  problem: ApiProblem | null;
}

/** The pages as they would print, a moment after the last change; the last good pages stay while new ones are made. */
export function usePreview(letter: Letter, content: DraftContent, isWanted: boolean): Preview & { retry: () => void } {
  const [preview, setPreview] = useState<Preview>({ pages: [], updatedAt: null, isPending: true, problem: null });
  const [attempt, setAttempt] = useState(0);
  const askedAt = useRef<number | null>(null);
  const shown = useRef<readonly PreviewPage[]>([]);
  const letterId = letter.id;
  const annexCount = letter.annexes.length;
  const print = JSON.stringify(toLetterContent(content));

  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const make = async () => {
      askedAt.current = performance.now();
      setPreview((before) => ({ ...before, isPending: true }));
      const body = { content: JSON.parse(print) as ReturnType<typeof toLetterContent> };
      const made = await previewLetter({ params: { letterId }, body }, { signal: stop.signal });
      releasePages(shown.current);
      shown.current = toPreviewPages(made.pages);
      setPreview({ pages: shown.current, updatedAt: new Date(), isPending: false, problem: null });
    };
    const fail = (error: unknown) => {
      if (stop.signal.aborted) return;
      const problem = isProblem(error) ? error : null;
      setPreview((before) => ({ ...before, isPending: false, problem }));
    };
    const timer = setTimeout(() => void make().catch(fail), previewDelayMs(performance.now(), askedAt.current));
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [letterId, print, annexCount, isWanted, attempt]);

  useEffect(() => () => releasePages(shown.current), []);

  useEffect(() => {
    const again = () => setAttempt((count) => count + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  return { ...preview, retry: () => setAttempt((count) => count + 1) };
}
