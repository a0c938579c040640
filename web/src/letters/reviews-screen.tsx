import { IconArrowRight, IconWritingSign } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { listLettersEndpoint } from '../../../server/letters/contract.ts';
import { usePages } from '../api/index.ts';
import { Button, ButtonLink, Card, CountPill, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { listLetters } from './letter-operations.ts';
import { ReviewRow } from './review-row.tsx';
import css from './reviews.module.css';

/** J and K walk over the rows; Enter on the focused link opens it. */
function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const links = Array.from(list?.querySelectorAll<HTMLElement>('a') ?? []);
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function NothingWaits() {
  return (
    <EmptyState
      icon={<IconWritingSign size={28} stroke={1.8} />}
      title="Tidak ada konsep yang menunggu paraf Anda"
      action={
        <ButtonLink to="/" variant="outline">
          Ke Beranda
        </ButtonLink>
      }
    >
      Konsep muncul di sini saat tiba giliran Anda dalam urutan paraf.
    </EmptyState>
  );
}

type Queue = ReturnType<typeof usePages<typeof listLettersEndpoint>>;

function QueueState({ found, isEmpty }: { found: Queue; isEmpty: boolean }) {
  if (found.problem !== null) return <ErrorNote problem={found.problem} onRetry={found.reload} />;
  if (found.isLoading) return <Skeleton rows={5} height={68} />;
  return isEmpty ? <NothingWaits /> : null;
}

function LoadMore({ found }: { found: Queue }) {
  if (found.loadMore === undefined) return null;
  return (
    <Button full pending={found.isLoadingMore} onClick={found.loadMore}>
      Muat lagi
    </Button>
  );
}

export function ReviewsScreen() {
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const found = usePages(listLetters, { query: { box: 'to_initial', limit: 30 } });
  const items = found.pages.flatMap((page) => page.items);
  const total = found.pages[0]?.total ?? 0;
  const [first] = items;
  const openFirst = () => {
    if (first !== undefined) void navigate({ to: '/paraf/$id', params: { id: first.id } });
  };
  useKeys({ j: () => moveFocus(list.current, 1), k: () => moveFocus(list.current, -1), p: openFirst });

  return (
    <>
      <PageTitle
        title="Perlu Paraf"
        badges={total === 0 ? undefined : <CountPill tone="paraf">{total} surat</CountPill>}
        meta={total === 0 ? undefined : 'Konsep yang menunggu paraf Anda'}
        actions={
          first === undefined ? undefined : (
            <Button
              variant="primary"
              trailing={<IconArrowRight size={18} stroke={1.8} aria-hidden="true" />}
              onClick={openFirst}
            >
              Kerjakan berurutan
            </Button>
          )
        }
      />
      <div className={css['list']}>
        <QueueState found={found} isEmpty={items.length === 0} />
        {items.length > 0 ? (
          <Card flush>
            <ul ref={list}>
              {items.map((item) => (
                <ReviewRow key={item.id} item={item} />
              ))}
            </ul>
          </Card>
        ) : null}
        <LoadMore found={found} />
      </div>
    </>
  );
}
