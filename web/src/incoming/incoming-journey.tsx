import { IconShieldCheck } from '@tabler/icons-react';
import type { OutputOf } from '../../../server/contract.ts';
import type { getIncomingJourneyEndpoint } from '../../../server/incoming/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { ErrorNote, Notice, Skeleton, Timeline, TimelineItem } from '../kit/index.ts';
import { DeskBar } from '../letters/desk-bar.tsx';
import { JourneyCard } from '../letters/journey-card.tsx';
import type { Journey } from '../letters/journey-words.ts';
import { ExportRecordButton } from '../pertukaran/export-buttons.tsx';
import css from './inbox.module.css';
import { getIncomingJourney } from './incoming-operations.ts';

const shortSteps = 4;

type IncomingJourneyData = OutputOf<typeof getIncomingJourneyEndpoint>;

/** An incoming letter is with its desks until it is finished, so that there is no total yet. */
function toJourney({ entries, desks, audit }: IncomingJourneyData): Journey {
  const rows = desks.map(({ label, officeMinutes, isRunning }) => ({
    label: isRunning ? `${label} · sekarang` : label,
    officeMinutes,
    isParallel: false,
  }));
  return { entries, desks: rows, totalOfficeMinutes: null, parallelMinutes: 0, audit };
}

/** Who has had the letter, and for how long in office hours. */
export function IncomingJourney({ incomingId }: { incomingId: string }) {
  const found = useOperation(getIncomingJourney, { params: { incomingId } });
  if (found.data === undefined)
    return (
      <div className={css['cards']}>
        {found.error === null ? (
          <Skeleton rows={4} height={96} />
        ) : (
          <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
        )}
      </div>
    );
  const journey = toJourney(found.data);
  return (
    <div className={css['cards']}>
      <div className="only-desktop">
        <DeskBar journey={journey} />
      </div>
      <JourneyCard journey={journey} />
      {journey.audit.isIntact ? (
        <Notice tone="selesai" icon={<IconShieldCheck size={20} stroke={1.8} aria-hidden="true" />}>
          Jejak audit utuh: {journey.audit.events} kejadian, rantai sidik digital cocok.
        </Notice>
      ) : (
        <Notice tone="segera">Jejak audit tidak cocok. Laporkan kepada auditor.</Notice>
      )}
      <div>
        <ExportRecordButton kind="incoming" id={incomingId} />
      </div>
    </div>
  );
}

/** The last steps, newest first, for the side of the reader. */
export function ShortIncomingJourney({ incomingId }: { incomingId: string }) {
  const found = useOperation(getIncomingJourney, { params: { incomingId } });
  if (found.data === undefined) return found.error === null ? <Skeleton rows={3} height={40} /> : null;
  const last = found.data.entries.slice(-shortSteps);
  return (
    <Timeline label="Langkah terakhir surat">
      {last.map((entry, index) => (
        <TimelineItem
          key={`${entry.at} ${entry.action} ${index}`}
          title={entry.title}
          tone={index === last.length - 1 ? 'current' : 'step'}
        >
          {formatShortDateTime(entry.at)}
          {entry.detail === '' ? '' : ` · ${entry.detail}`}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
