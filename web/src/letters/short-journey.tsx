import { useOperation } from '../api/index.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { ErrorNote, Skeleton, Timeline, TimelineItem } from '../kit/index.ts';
import { getJourney } from './letter-operations.ts';

const shown = 5;

/** The last steps of a letter, newest first, for side panels. */
export function ShortJourney({ letterId }: { letterId: string }) {
  const journey = useOperation(getJourney, { params: { letterId } });
  if (journey.data === undefined)
    return journey.error === null ? (
      <Skeleton rows={3} height={40} />
    ) : (
      <ErrorNote problem={journey.error} onRetry={() => void journey.refetch()} />
    );
  const last = journey.data.entries.slice(-shown).reverse();
  return (
    <Timeline label="Langkah terakhir surat">
      {last.map((entry, index) => (
        <TimelineItem key={`${entry.at} ${entry.action} ${index}`} title={entry.title} tone="step">
          {entry.detail}
          <br />
          {formatShortDateTime(entry.at)}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
