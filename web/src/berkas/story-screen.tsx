import {
  IconFileText,
  IconFolder,
  IconGavel,
  IconHandGrab,
  IconMessageCheck,
  IconPrinter,
  IconSitemap,
} from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { StoryEntry as Entry } from '../../../server/filing/contract.ts';
import type { z } from 'zod';
import { useOperation } from '../api/index.ts';
import { agencyDay, formatDate, formatLongDate, formatTime } from '../format/dates.ts';
import { Button, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { getStory } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import css from './story-screen.module.css';

type StoryEntry = z.output<typeof Entry>;

const icons = {
  item: IconFileText,
  disposition: IconSitemap,
  report: IconMessageCheck,
  file: IconFolder,
  loan: IconHandGrab,
  hold: IconGavel,
};

function Piece({ entry }: { entry: StoryEntry }) {
  const Icon = icons[entry.kind];
  const who = [entry.who ?? '', entry.kind === 'item' ? '' : formatTime(entry.at)].filter((part) => part !== '');
  return (
    <li className={css['entry']} data-kind={entry.kind}>
      <span className={css['icon']}>
        <Icon size={18} stroke={1.8} aria-hidden="true" />
      </span>
      <div>
        <p className={css['what']}>
          {entry.path === null ? entry.title : <Link to={entry.path}>{entry.title}</Link>}
          {entry.ordinal === null ? null : <span className={css['ordinal']}>item {entry.ordinal}</span>}
        </p>
        {entry.text === '' ? null : <p className={css['text']}>{entry.text}</p>}
        {who.length === 0 ? null : <p className="meta">{who.join(' · ')}</p>}
      </div>
    </li>
  );
}

function groupByDay(entries: readonly StoryEntry[]): { day: string; entries: StoryEntry[] }[] {
  const days = new Map<string, StoryEntry[]>();
  for (const entry of entries) {
    const day = agencyDay(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, of]) => ({ day, entries: of }));
}

/** Kisah berkas: the whole story of a file as one readable page. */
export function StoryScreen() {
  const { id } = useParams({ from: '/meja/berkas/$id/kisah' });
  const found = useOperation(getStory, { params: { fileId: id } });
  const story = found.data;
  return (
    <>
      <PageTitle
        title="Kisah berkas"
        backTo={`/berkas/${id}`}
        context="Berkas"
        meta={story === undefined ? undefined : fileTitle(story.file)}
        actions={
          <Button icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />} onClick={() => window.print()}>
            Cetak
          </Button>
        }
      />
      <div className={css['page']}>
        {found.error === null ? null : <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending ? <Skeleton rows={5} height={56} /> : null}
        {story === undefined ? null : (
          <>
            <p className={css['summary']}>{story.summary}</p>
            {story.entries.length === 0 ? <EmptyState title="Belum ada yang dapat diceritakan" /> : null}
            {groupByDay(story.entries).map(({ day, entries }) => (
              <section key={day} aria-label={formatDate(day)}>
                <h2 className={css['day']}>{formatLongDate(day)}</h2>
                <ol className={css['entries']}>
                  {entries.map((entry, index) => (
                    <Piece key={`${entry.at} ${index}`} entry={entry} />
                  ))}
                </ol>
              </section>
            ))}
            {story.isCut ? (
              <p className="meta">Berkas ini sangat besar: yang ditampilkan 500 kejadian pertama dari setiap jenis.</p>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}
