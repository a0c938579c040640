import { IconBell, IconChecks, IconClock } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DispositionListItem } from '../../../server/dispositions/contract.ts';
import { useCommand, usePages } from '../api/index.ts';
import { formatListTime } from '../format/dates.ts';
import {
  Badge,
  BadgeRow,
  Button,
  Chip,
  ChipRow,
  EmptyState,
  ErrorNote,
  GradeBadge,
  showToast,
  Skeleton,
  tabPanelProps,
  Tabs,
} from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { listDispositions, remindDisposition } from './disposition-operations.ts';
import { senderOf } from '../incoming/incoming-words.ts';
import css from './dispositions-screen.module.css';
import { dueMoment } from './due-words.ts';
import { ItemBadge } from './item-words.tsx';
import { isOpen } from './tree-shape.ts';

type Box = 'mine' | 'given';
type Tab = 'open' | 'late' | 'unread' | 'done' | 'all';

const tabs: readonly { tab: Tab; label: string; empty: Record<Box, string> }[] = [
  {
    tab: 'open',
    label: 'Terbuka',
    empty: { mine: 'Tidak ada disposisi yang menunggu Anda', given: 'Semua disposisi Anda sudah selesai' },
  },
  {
    tab: 'late',
    label: 'Terlambat',
    empty: { mine: 'Tidak ada yang terlambat', given: 'Tidak ada yang terlambat' },
  },
  {
    tab: 'unread',
    label: 'Belum dibaca',
    empty: { mine: 'Semua disposisi sudah dibaca', given: 'Semua penerima sudah membaca' },
  },
  { tab: 'done', label: 'Selesai', empty: { mine: 'Belum ada yang selesai', given: 'Belum ada yang selesai' } },
  { tab: 'all', label: 'Semua', empty: { mine: 'Belum ada disposisi', given: 'Belum ada disposisi dari meja ini' } },
];

const empties: Record<Box, string> = {
  mine: 'Disposisi dari pimpinan tampak di sini, yang terlambat paling atas.',
  given: 'Disposisi yang Anda berikan tampak di sini sampai selesai.',
};

function Remind({ item }: { item: DispositionListItem }) {
  const remind = useCommand(remindDisposition, {
    refresh: ['disposition-items'],
    onDone: () => showToast(`${item.deskTitle} sudah diingatkan`),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  return (
    <Button
      size="small"
      variant="outline"
      icon={<IconBell size={16} stroke={1.8} aria-hidden="true" />}
      pending={remind.pending}
      aria-label={`Ingatkan ${item.deskTitle}`}
      onClick={() => remind.press({ params: { itemId: item.id } })}
    >
      Ingatkan
    </Button>
  );
}

function Facts({ item }: { item: DispositionListItem }) {
  const due = dueMoment(item);
  return (
    <span className={css['facts']}>
      <BadgeRow>
        <GradeBadge grade={item.letter.handlingGrade} security={item.letter.securityClass} />
        <ItemBadge facts={item} />
      </BadgeRow>
      <span className={css['due']}>
        {due === undefined ? (
          'Tanpa tenggat'
        ) : (
          <>
            <IconClock size={15} stroke={1.8} aria-hidden="true" />
            <span className="only-read">Tenggat </span>
            {due}
          </>
        )}
        {item.closedAt === null ? null : ` · selesai ${formatListTime(item.closedAt)}`}
      </span>
    </span>
  );
}

function canBeReminded(item: DispositionListItem, box: Box): boolean {
  return box === 'given' && isOpen(item.status) && (item.isLate || item.status === 'unread');
}

function Row({ item, box, isCurrent }: { item: DispositionListItem; box: Box; isCurrent: boolean }) {
  const words = [item.instructions.join('; '), item.note].filter((word) => word !== '').join('. ');
  return (
    <li
      className={css['item']}
      data-current={isCurrent ? '' : undefined}
      data-late={item.isLate ? '' : undefined}
      data-unread={box === 'mine' && item.status === 'unread' ? '' : undefined}
    >
      <Link to="/disposisi/$itemId" params={{ itemId: item.id }} className={css['row']}>
        <span className={css['text']}>
          <span className={css['desk']}>
            {item.deskTitle}
            {item.isPic ? <Badge tone="konsep">Koordinator</Badge> : null}
          </span>
          <span className={css['words']}>{words === '' ? 'Tanpa instruksi' : words}</span>
          <span className={css['letter']}>
            {item.letter.subject} · {senderOf(item.letter)}
          </span>
        </span>
        <Facts item={item} />
      </Link>
      {canBeReminded(item, box) ? (
        <span className={css['action']}>
          <Remind item={item} />
        </span>
      ) : null}
    </li>
  );
}

function useRows(items: readonly DispositionListItem[], tab: Tab) {
  const navigate = useNavigate();
  const [place, setPlace] = useState({ tab, at: -1 });
  const at = place.tab === tab ? place.at : -1;
  const move = (step: number) => setPlace({ tab, at: Math.max(0, Math.min(items.length - 1, at + step)) });
  const current = items[at];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: current && (() => void navigate({ to: '/disposisi/$itemId', params: { itemId: current.id } })),
  });
  return at;
}

function NoDispositions({ box, tab }: { box: Box; tab: Tab }) {
  return (
    <EmptyState
      icon={<IconChecks size={28} stroke={1.8} />}
      title={tabs.find((one) => one.tab === tab)?.empty[box] ?? ''}
    >
      {empties[box]}
    </EmptyState>
  );
}

function List({ box }: { box: Box }) {
  const [tab, setTab] = useState<Tab>('open');
  const list = usePages(listDispositions, { query: { box, tab } });
  const items = list.isStale ? [] : list.pages.flatMap((page) => page.items);
  const counts: Partial<Record<Tab, number>> = list.pages.at(-1)?.counts ?? {};
  const at = useRows(items, tab);
  const isLoading = list.isLoading || list.isStale;
  return (
    <div className={css['page']}>
      <ChipRow label="Saring disposisi">
        {tabs.map((one) => (
          <Chip key={one.tab} selected={one.tab === tab} onSelect={() => setTab(one.tab)}>
            {one.label} {counts[one.tab] ?? ''}
          </Chip>
        ))}
      </ChipRow>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
      {isLoading ? <Skeleton rows={5} height={84} /> : null}
      {items.length === 0 && !isLoading && list.problem === null ? <NoDispositions box={box} tab={tab} /> : null}
      {items.length === 0 ? null : (
        <ul className={css['list']} aria-label="Disposisi">
          {items.map((item, index) => (
            <Row key={item.id} item={item} box={box} isCurrent={index === at} />
          ))}
        </ul>
      )}
      {isLoading || list.loadMore === undefined ? null : (
        <Button full pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
    </div>
  );
}

function BoxScreen({ box }: { box: Box }) {
  const navigate = useNavigate();
  return (
    <>
      <PageTitle
        title="Disposisi"
        tabs={
          <Tabs
            label="Disposisi"
            value={box}
            onChange={(value) => void navigate({ to: value === 'mine' ? '/disposisi' : '/disposisi/dipantau' })}
            tabs={[
              { value: 'mine', label: 'Untuk Anda' },
              { value: 'given', label: 'Dipantau' },
            ]}
          />
        }
      />
      <div {...tabPanelProps(box)}>
        <List key={box} box={box} />
      </div>
    </>
  );
}

/** What leaders asked of this desk. */
export function DispositionsScreen() {
  return <BoxScreen box="mine" />;
}

/** What this desk asked of others, until it is done. */
export function WatchedScreen() {
  return <BoxScreen box="given" />;
}
