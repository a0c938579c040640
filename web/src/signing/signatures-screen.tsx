import { IconArrowRight, IconSignature } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { usePages } from '../api/index.ts';
import { Button, ButtonLink, Card, CountPill, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { listLetters } from './signing-operations.ts';
import { SignatureRow } from './signature-row.tsx';
import css from './signatures-screen.module.css';

/** J and K walk over the rows; Enter on the focused link opens it. */
function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const links = Array.from(list?.querySelectorAll<HTMLElement>('a') ?? []);
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function NothingWaits() {
  return (
    <EmptyState
      icon={<IconSignature size={28} stroke={1.8} />}
      title="Tidak ada surat yang menunggu tanda tangan Anda"
      action={
        <ButtonLink to="/" variant="outline">
          Ke Beranda
        </ButtonLink>
      }
    >
      Surat muncul di sini setelah semua paraf lengkap. Anda diberi tahu saat itu juga.
    </EmptyState>
  );
}

function Title({ total, onStart }: { total: number; onStart: (() => void) | undefined }) {
  return (
    <PageTitle
      title="Perlu Tanda Tangan"
      badges={total === 0 ? undefined : <CountPill tone="paraf">{total} surat</CountPill>}
      meta={total === 0 ? undefined : 'Nomor diberikan berurutan saat Anda menandatangani'}
      actions={
        onStart === undefined ? undefined : (
          <Button
            variant="primary"
            trailing={<IconArrowRight size={18} stroke={1.8} aria-hidden="true" />}
            onClick={onStart}
          >
            Kerjakan berurutan
          </Button>
        )
      }
    />
  );
}

export function SignaturesScreen() {
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const found = usePages(listLetters, { query: { box: 'to_sign', limit: 30 } });
  const items = found.pages.flatMap((page) => page.items);
  const total = found.pages[0]?.total ?? 0;
  const first = items.find((item) => item.status === 'ready_to_sign');
  const openFirst = first === undefined ? undefined : () => void navigate({ to: '/ttd/$id', params: { id: first.id } });
  useKeys({ j: () => moveFocus(list.current, 1), k: () => moveFocus(list.current, -1), t: openFirst });

  return (
    <>
      <Title total={total} onStart={openFirst} />
      <div className={css['list']}>
        {found.problem === null ? null : <ErrorNote problem={found.problem} onRetry={found.reload} />}
        {found.isLoading ? <Skeleton rows={5} height={68} /> : null}
        {items.length > 0 ? (
          <Card flush>
            <ul ref={list}>
              {items.map((item) => (
                <SignatureRow key={item.id} item={item} />
              ))}
            </ul>
          </Card>
        ) : null}
        {items.length === 0 && !found.isLoading && found.problem === null ? <NothingWaits /> : null}
        {found.loadMore === undefined ? null : (
          <Button full pending={found.isLoadingMore} onClick={found.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
    </>
  );
}
