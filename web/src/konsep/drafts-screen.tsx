import { IconChevronRight, IconDeviceMobile, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LetterListItem } from '../../../server/letters/contract.ts';
import { useSession } from '../accounts/session.ts';
import { usePages } from '../api/index.ts';
import { formatListTime } from '../format/dates.ts';
import {
  Badge,
  BadgeRow,
  Button,
  ButtonLink,
  EmptyState,
  ErrorNote,
  Skeleton,
  tabPanelProps,
  Tabs,
} from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { StatusBadge } from '../letters/letter-badges.tsx';
import css from './drafts-screen.module.css';
import { gradeNames, typeNames } from './letter-words.ts';
import { listLetters } from '../letters/letter-operations.ts';
import { listLocalDrafts } from './local-drafts.ts';

type Box = 'drafts' | 'sent';

const empty: Record<Box, { title: string; text: string }> = {
  drafts: { title: 'Belum ada konsep', text: 'Tulis surat dinas atau nota dinas; hasil cetaknya langsung tampak.' },
  sent: { title: 'Belum ada yang diajukan', text: 'Konsep yang sudah diajukan tampak di sini beserta keadaannya.' },
};

/** What this desk writes, and what it has sent up. */
export function DraftsScreen() {
  const [box, setBox] = useState<Box>('drafts');
  const { listed, items, isLoading, total } = useBox(box);
  const { at } = useRowKeys(items, box);

  return (
    <>
      <PageTitle
        title="Konsep"
        actions={
          <span className="only-phone">
            <ButtonLink to="/konsep/baru" variant="outline" icon={<IconPlus size={18} stroke={2} aria-hidden="true" />}>
              Buat konsep
            </ButtonLink>
          </span>
        }
        tabs={
          <Tabs
            label="Konsep"
            value={box}
            onChange={setBox}
            tabs={[
              {
                value: 'drafts',
                label: 'Sedang ditulis',
                count: box === 'drafts' ? total : undefined,
              },
              { value: 'sent', label: 'Sudah diajukan' },
            ]}
          />
        }
      />
      <div className={css['page']} {...tabPanelProps(box)}>
        {listed.problem === null ? null : <ErrorNote problem={listed.problem} onRetry={listed.reload} />}
        {isLoading ? <Skeleton rows={5} height={68} /> : null}
        {total === undefined ? null : <DraftList box={box} items={items} at={at} />}
        {total === undefined || listed.loadMore === undefined ? null : (
          <Button full pending={listed.isLoadingMore} onClick={listed.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
    </>
  );
}

/** The rows of one tab; those of the other one are never shown under it. */
function useBox(box: Box) {
  const listed = usePages(listLetters, { query: { box, limit: 30 } });
  const pages = listed.isStale ? [] : listed.pages;
  return {
    listed,
    items: pages.flatMap((page) => page.items),
    isLoading: listed.isLoading || listed.isStale,
    /** Undefined until the first page is here. */
    total: pages[0]?.total,
  };
}

function DraftList({ box, items, at }: { box: Box; items: readonly LetterListItem[]; at: number }) {
  const local = useLocalDrafts();
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<IconPencil size={28} stroke={1.8} />}
        title={empty[box].title}
        action={
          <ButtonLink to="/konsep/baru" variant="primary">
            Buat konsep
          </ButtonLink>
        }
      >
        {empty[box].text}
      </EmptyState>
    );
  }
  return (
    <ul className={css['list']}>
      {items.map((item, index) => (
        <DraftRow key={item.id} item={item} isLocal={local.includes(item.id)} isCurrent={index === at} />
      ))}
    </ul>
  );
}

function useLocalDrafts(): readonly string[] {
  const { person } = useSession();
  const found = useQuery({
    queryKey: ['konsep-perangkat', person.id],
    queryFn: () => listLocalDrafts(person.id),
    retry: false,
  });
  return found.data ?? [];
}

function addressOf(item: LetterListItem) {
  return item.status === 'draft' ? ('/konsep/$id' as const) : ('/surat/$id' as const);
}

function useRowKeys(items: readonly LetterListItem[], box: Box) {
  const navigate = useNavigate();
  const [place, setPlace] = useState({ box, at: -1 });
  const at = place.box === box ? place.at : -1;
  const move = (step: number) => setPlace({ box, at: Math.max(0, Math.min(items.length - 1, at + step)) });
  const current = items[at];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: current && (() => void navigate({ to: addressOf(current), params: { id: current.id } })),
  });
  return { at };
}

function DraftRow({ item, isLocal, isCurrent }: { item: LetterListItem; isLocal: boolean; isCurrent: boolean }) {
  return (
    <li data-current={isCurrent ? '' : undefined} className={css['item']}>
      <Link to={addressOf(item)} params={{ id: item.id }} className={css['row']}>
        <div className={css['text']}>
          <div className={css['subject']}>{item.subject === '' ? 'Konsep tanpa hal' : item.subject}</div>
          <div className={css['meta']}>{factsOf(item)}</div>
        </div>
        <BadgeRow>
          {isLocal ? (
            <Badge tone="menunggu" icon={<IconDeviceMobile size={14} stroke={1.8} aria-hidden="true" />}>
              Di perangkat
            </Badge>
          ) : null}
          {item.handlingGrade === 'biasa' ? null : <Badge tone="segera">{gradeNames[item.handlingGrade]}</Badge>}
          {item.securityClass === 'B' || item.securityClass === 'T' ? null : <Badge tone="rahasia">Rahasia</Badge>}
          <StatusBadge status={item.status} isReturned={item.isReturned} />
        </BadgeRow>
        <span className={css['time']}>{formatListTime(item.updatedAt)}</span>
        <IconChevronRight className={css['arrow']} size={18} stroke={1.8} aria-hidden="true" />
      </Link>
    </li>
  );
}

function factsOf(item: LetterListItem): string {
  const others = item.recipientCount > 1 ? ` dan ${item.recipientCount - 1} lainnya` : '';
  const to =
    item.mainRecipient === null || item.mainRecipient === ''
      ? 'tujuan belum diisi'
      : `kepada ${item.mainRecipient}${others}`;
  const number = item.number === null ? [] : [item.number];
  return [typeNames[item.type], ...number, to].join(' · ');
}
