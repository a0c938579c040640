import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DisposalListItem } from '../../../server/disposal/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { usePages } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import {
  Badge,
  BadgeRow,
  Button,
  Chip,
  ChipRow,
  EmptyState,
  ErrorNote,
  Skeleton,
  tabPanelProps,
  Tabs,
} from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { listDisposals } from './disposal-operations.ts';
import css from './disposals-screen.module.css';
import { kindTitles, stateLooks } from './disposal-words.ts';
import { DueFiles } from './due-files.tsx';

function Row({ item }: { item: DisposalListItem }) {
  const look = stateLooks[item.state];
  return (
    <li className={css['item']} data-waiting={item.isWaitingForMe ? '' : undefined}>
      <Link to="/penyusutan/$id" params={{ id: item.id }} className={css['row']}>
        <span className={css['text']}>
          <span className={css['title']}>
            {kindTitles[item.kind]} {item.label}
          </span>
          <span className={css['meta']}>
            {item.unitName} · {formatCount(item.fileCount)} berkas · dibuat {formatDate(item.createdAt)}
          </span>
        </span>
        <BadgeRow>
          {item.isWaitingForMe ? <Badge tone="disposisi">Giliran Anda</Badge> : null}
          <Badge tone={look.tone}>{look.label}</Badge>
        </BadgeRow>
        <IconChevronRight size={18} stroke={1.8} aria-hidden="true" />
      </Link>
    </li>
  );
}

function Proposals() {
  const [state, setState] = useState<'open' | 'closed'>('open');
  const list = usePages(listDisposals, { query: { state, limit: 30 } });
  const items = list.isStale ? [] : list.pages.flatMap((page) => page.disposals);
  const isLoading = list.isLoading || list.isStale;
  return (
    <>
      <ChipRow label="Saring usulan">
        <Chip selected={state === 'open'} onSelect={() => setState('open')}>
          Berjalan
        </Chip>
        <Chip selected={state === 'closed'} onSelect={() => setState('closed')}>
          Selesai
        </Chip>
      </ChipRow>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
      {isLoading ? <Skeleton rows={4} height={68} /> : null}
      {items.length === 0 && !isLoading && list.problem === null ? (
        <EmptyState
          icon={<IconTrash size={28} stroke={1.8} />}
          title={state === 'open' ? 'Tidak ada usulan yang berjalan' : 'Belum ada usulan yang selesai'}
        >
          Usulan pemindahan, pemusnahan, dan penyerahan tampak di sini.
        </EmptyState>
      ) : null}
      {items.length === 0 ? null : (
        <ul className={css['list']} aria-label="Usulan penyusutan">
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ul>
      )}
      {isLoading || list.loadMore === undefined ? null : (
        <Button full pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
    </>
  );
}

/** Due lists and proposals; who is no archivist sees the proposals that wait for the desk. */
export function DisposalsScreen() {
  const desk = useCurrentDesk();
  const isArchivist = desk?.roles.includes('archivist') === true;
  const [tab, setTab] = useState<'proposals' | 'due'>('proposals');
  const shown = isArchivist ? tab : 'proposals';
  return (
    <>
      <PageTitle
        title="Penyusutan"
        {...(isArchivist
          ? {
              tabs: (
                <Tabs
                  label="Penyusutan"
                  value={shown}
                  onChange={setTab}
                  tabs={[
                    { value: 'proposals', label: 'Usulan' },
                    { value: 'due', label: 'Jatuh retensi' },
                  ]}
                />
              ),
            }
          : { meta: 'Usulan yang melibatkan jabatan Anda' })}
      />
      <div className={css['page']} {...(isArchivist ? tabPanelProps(shown) : {})}>
        {shown === 'due' ? <DueFiles /> : <Proposals />}
      </div>
    </>
  );
}
