import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import type { LetterListItem, listLettersEndpoint } from '../../../server/letters/contract.ts';
import { usePages } from '../api/index.ts';
import { Button, ButtonLink, Card, CountPill, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { listLetters } from './letter-operations.ts';
import css from './letter-queue.module.css';

interface LetterQueueProps {
  box: 'to_initial' | 'to_sign';
  /** Where one letter of the queue is worked on. */
  screen: '/paraf/$id' | '/ttd/$id';
  /** Key that starts with the first letter. */
  startKey: 'p' | 't';
  title: string;
  note: string;
  empty: { icon: ReactNode; title: string; text: string };
  row: (item: LetterListItem) => ReactNode;
}

/** J and K walk over the rows; Enter on the focused link opens it. */
function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const links = Array.from(list?.querySelectorAll<HTMLElement>('a') ?? []);
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function NothingWaits({ icon, title, text }: LetterQueueProps['empty']) {
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <ButtonLink to="/" variant="outline">
          Ke Beranda
        </ButtonLink>
      }
    >
      {text}
    </EmptyState>
  );
}

function StartButton({ onStart }: { onStart: () => void }) {
  return (
    <Button variant="primary" trailing={<IconArrowRight size={18} stroke={1.8} aria-hidden="true" />} onClick={onStart}>
      Kerjakan berurutan
    </Button>
  );
}

type Queue = ReturnType<typeof usePages<typeof listLettersEndpoint>>;

function QueueState({ found, empty }: { found: Queue; empty: LetterQueueProps['empty'] | null }) {
  if (found.problem !== null) return <ErrorNote problem={found.problem} onRetry={found.reload} />;
  if (found.isLoading) return <Skeleton rows={5} height={68} />;
  return empty === null ? null : <NothingWaits {...empty} />;
}

/** The letters that wait for this desk, one kind of work at a time. */
export function LetterQueue({ box, screen, startKey, title, note, empty, row }: LetterQueueProps) {
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const found = usePages(listLetters, { query: { box, limit: 30 } });
  const items = found.pages.flatMap((page) => page.items);
  const total = found.pages[0]?.total ?? 0;
  const first = items.find((item) => item.status !== 'signing');
  const start = first && (() => void navigate({ to: screen, params: { id: first.id } }));
  useKeys({ j: () => moveFocus(list.current, 1), k: () => moveFocus(list.current, -1), [startKey]: start });

  return (
    <>
      <PageTitle
        title={title}
        badges={total === 0 ? undefined : <CountPill tone="paraf">{total} surat</CountPill>}
        meta={total === 0 ? undefined : note}
        actions={start && <StartButton onStart={start} />}
      />
      <div className={css['list']}>
        <QueueState found={found} empty={items.length === 0 ? empty : null} />
        {items.length > 0 ? (
          <Card flush>
            <ul ref={list}>{items.map(row)}</ul>
          </Card>
        ) : null}
        {found.loadMore === undefined ? null : (
          <Button full pending={found.isLoadingMore} onClick={found.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
    </>
  );
}
