import { IconChecks } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnfiledItem } from '../../../server/filing/contract.ts';
import { Button, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { ChooseFileSheet } from './choose-file-sheet.tsx';
import { NewFileSheet } from './new-file-sheet.tsx';
import { ProposalCard } from './proposal-card.tsx';
import css from './queue.module.css';
import type { useQueue } from './use-queue.ts';

interface Opened {
  kind: 'choose' | 'new';
  item: UnfiledItem;
}

/** What waits, with the two ways out of a proposal that does not fit. */
export function QueueList({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const { list, items, current } = queue;
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
      {list.isLoading ? <Skeleton rows={4} height={120} /> : null}
      {!list.isLoading && list.problem === null && items.length === 0 ? (
        <EmptyState icon={<IconChecks size={28} stroke={1.8} />} title="Semua sudah diberkaskan">
          Surat yang ditandatangani, diterima, atau selesai muncul di sini dengan usulan berkasnya.
        </EmptyState>
      ) : null}
      <ul className={css['cards']} aria-label="Item belum diberkaskan">
        {items.map((item) => (
          <ProposalCard
            key={item.id}
            item={item}
            isCurrent={item.id === current?.id}
            onChoose={() => setOpened({ kind: 'choose', item })}
            onNew={() => setOpened({ kind: 'new', item })}
          />
        ))}
      </ul>
      {list.loadMore === undefined ? null : (
        <Button full pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
      <ChooseFileSheet
        key={`pilih ${opened?.item.id ?? ''}`}
        item={opened?.kind === 'choose' ? opened.item : undefined}
        onClose={close}
        onNew={opened === null ? undefined : () => setOpened({ kind: 'new', item: opened.item })}
      />
      <NewFileSheet
        key={`baru ${opened?.item.id ?? ''}`}
        open={opened?.kind === 'new'}
        item={opened?.item}
        onClose={close}
        onMade={(file) => void navigate({ to: '/berkas/$id', params: { id: file.id } })}
      />
    </>
  );
}
