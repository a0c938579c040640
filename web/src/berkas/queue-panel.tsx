import { useState } from 'react';
import { useCommand, usePages } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, CountPill, EmptyState, ErrorNote, showToast, Skeleton } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import { acceptCertain, filesTouched, listUnfiled } from './berkas-operations.ts';
import css from './berkas.module.css';
import { QueueItem, useAccept } from './queue-item.tsx';

/** As many as one command files. */
const most = 500;

function AcceptCertain({ count }: { count: number }) {
  const command = useCommand(acceptCertain, {
    refresh: filesTouched,
    onDone: ({ accepted }) => showToast(`${formatCount(accepted)} item diberkaskan`),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  if (count === 0) return null;
  const shown = Math.min(count, most);
  return (
    <div className={css['queueFoot']}>
      <Button
        variant="outline"
        full
        pending={command.pending}
        onClick={() => command.press({ body: { count: shown } })}
      >
        Terima {formatCount(shown)} usulan yang pasti
      </Button>
    </div>
  );
}

function noteOf(days: number): string {
  return days === 0
    ? 'Dari nomor, balasan, dan klasifikasi.'
    : `Dari nomor, balasan, dan klasifikasi. Usulan yang pasti diberkaskan sendiri setelah ${days} hari kerja.`;
}

/** What waits for a file, newest first: Y files the current one, J and K walk. */
export function QueuePanel({ hasKeys = false }: { hasKeys?: boolean }) {
  const list = usePages(listUnfiled, { query: { limit: 30 } });
  const [at, setAt] = useState(0);
  const accept = useAccept();
  const items = list.pages.flatMap((page) => page.items);
  const [first] = list.pages;
  const current = items[Math.min(at, items.length - 1)];
  const acceptCurrent = () => {
    if (current?.file == null || accept.pending) return;
    accept.press({ params: { recordId: current.id }, body: { version: current.version } });
  };
  useKeys({
    y: acceptCurrent,
    j: hasKeys ? () => setAt(Math.min(items.length - 1, at + 1)) : undefined,
    k: hasKeys ? () => setAt(Math.max(0, at - 1)) : undefined,
  });
  return (
    <>
      <div className={css['queueHead']}>
        <h2>Belum diberkaskan</h2>
        <CountPill tone="menunggu">{formatCount(first?.total ?? 0)}</CountPill>
      </div>
      <p className={`meta ${css['queueNote'] ?? ''}`}>{noteOf(first?.fileAfterDays ?? 0)}</p>
      <div className={css['queueScroll']}>
        {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
        {list.isLoading ? <Skeleton rows={3} height={120} /> : null}
        {first !== undefined && items.length === 0 ? (
          <EmptyState title="Semua sudah diberkaskan">
            Surat yang selesai tampak di sini bila perlu dipilihkan berkasnya.
          </EmptyState>
        ) : null}
        <ul className={css['cards']}>
          {items.map((item) => (
            <QueueItem key={item.id} item={item} isCurrent={hasKeys && item.id === current?.id} />
          ))}
        </ul>
        {list.loadMore === undefined ? null : (
          <Button variant="plain" pending={list.isLoadingMore} onClick={list.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
      <AcceptCertain count={first?.certainCount ?? 0} />
    </>
  );
}
