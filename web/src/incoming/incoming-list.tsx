import { IconInbox } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type {
  countIncomingEndpoint,
  IncomingListItem,
  listIncomingEndpoint,
} from '../../../server/incoming/contract.ts';
import type { usePages } from '../api/index.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Button, Chip, ChipRow, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import css from './inbox.module.css';
import { IncomingRow } from './incoming-row.tsx';

type InboxCounts = OutputOf<typeof countIncomingEndpoint>;
export type InboxTab = keyof InboxCounts;

const tabs: readonly { tab: InboxTab; label: string; empty: string }[] = [
  { tab: 'all', label: 'Semua', empty: 'Belum ada surat masuk' },
  { tab: 'open', label: 'Perlu tindakan', empty: 'Tidak ada yang menunggu tindakan Anda' },
  { tab: 'unread', label: 'Belum dibaca', empty: 'Semua surat sudah dibaca' },
  { tab: 'urgent', label: 'Segera', empty: 'Tidak ada surat segera' },
  { tab: 'cc', label: 'Tembusan', empty: 'Tidak ada tembusan' },
];

/** Counted up to 1,000. */
function countOf(count: number | undefined): string {
  if (count === undefined) return '';
  return count >= 1000 ? '999+' : String(count);
}

type InboxList = ReturnType<typeof usePages<typeof listIncomingEndpoint>>;

function NoLetters({ tab }: { tab: InboxTab }) {
  return (
    <EmptyState icon={<IconInbox size={28} stroke={1.8} />} title={tabs.find((one) => one.tab === tab)?.empty ?? ''}>
      {tab === 'all' ? 'Surat yang dialamatkan ke meja ini tampak di sini begitu terkirim.' : undefined}
    </EmptyState>
  );
}

function LoadMore({ list }: { list: InboxList }) {
  if (list.loadMore === undefined) return null;
  return (
    <div className={css['more']}>
      <Button variant="outline" pending={list.isLoadingMore} onClick={list.loadMore}>
        Muat lagi
      </Button>
    </div>
  );
}

/** Rows kept on the device stay in sight without a connection, and say how old they are. */
function ListState({ list, hasItems }: { list: InboxList; hasItems: boolean }) {
  if (list.problem === null) return null;
  if (list.problem.code === 'offline' && hasItems && list.updatedAt !== undefined)
    return (
      <p className={css['age']} role="status">
        Data tersimpan, terakhir diperbarui {formatShortDateTime(list.updatedAt)}
      </p>
    );
  return <ErrorNote problem={list.problem} onRetry={list.reload} />;
}

interface IncomingListProps {
  list: InboxList;
  items: readonly IncomingListItem[];
  counts: InboxCounts | undefined;
  tab: InboxTab;
  onTab: (tab: InboxTab) => void;
  openId: string | undefined;
}

export function IncomingList({ list, items, counts, tab, onTab, openId }: IncomingListProps) {
  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    rows.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  const Heading = openId === undefined ? 'h1' : 'h2';

  return (
    <>
      <div className={css['head']}>
        <Heading className={css['title']}>Kotak Masuk</Heading>
        <ChipRow label="Saring surat">
          {tabs.map((one) => (
            <Chip key={one.tab} selected={one.tab === tab} onSelect={() => onTab(one.tab)}>
              {one.label} {countOf(counts?.[one.tab])}
            </Chip>
          ))}
        </ChipRow>
      </div>
      <div className={css['scroll']} data-stale={list.isStale ? '' : undefined}>
        <ListState list={list} hasItems={items.length > 0} />
        {list.isLoading ? <Skeleton rows={6} height={92} /> : null}
        <ul ref={rows} className={css['rows']} aria-label="Surat masuk">
          {items.map((item) => (
            <IncomingRow key={item.id} item={item} isOpen={item.id === openId} />
          ))}
        </ul>
        {!list.isLoading && list.problem === null && items.length === 0 ? <NoLetters tab={tab} /> : null}
        <LoadMore list={list} />
      </div>
    </>
  );
}
