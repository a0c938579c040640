import { Link, useParams } from '@tanstack/react-router';
import type { StoryEntry } from '../../../server/filing/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { ErrorNote, Notice, Skeleton, Timeline, TimelineItem } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { getStory } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import css from './berkas.module.css';

function titleOf({ ordinal, title }: StoryEntry): string {
  return ordinal === null ? title : `Item ${ordinal}: ${title}`;
}

/** Kisah berkas: what happened, oldest first, as one page to read. */
export function StoryScreen() {
  const { id } = useParams({ from: '/meja/berkas/$id/kisah' });
  const found = useOperation(getStory, { params: { fileId: id } });
  const story = found.data;
  return (
    <>
      <PageTitle
        title={story === undefined ? 'Kisah berkas' : fileTitle(story.file)}
        backTo={`/berkas/${id}`}
        context="Kisah berkas"
        meta={story?.file.classificationCode}
      />
      <div className={css['page']}>
        {found.error === null ? null : <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending ? <Skeleton rows={6} height={48} /> : null}
        {story === undefined ? null : (
          <>
            <p>{story.summary}</p>
            <Timeline label="Kisah berkas">
              {story.entries.map((entry, index) => (
                <TimelineItem
                  key={`${entry.at} ${index}`}
                  tone="done"
                  title={entry.path === null ? titleOf(entry) : <Link to={entry.path}>{titleOf(entry)}</Link>}
                  time={formatDateTime(entry.at)}
                >
                  {[entry.text, entry.who ?? ''].filter((part) => part !== '').join(' · ')}
                </TimelineItem>
              ))}
            </Timeline>
            {story.isCut ? (
              <Notice tone="menunggu">Hanya kejadian terbaru yang ditampilkan; berkas ini sangat panjang.</Notice>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}
