import { Link } from '@tanstack/react-router';
import type { DispositionItem, Report } from '../../../server/dispositions/contract.ts';
import { formatDateTime } from '../format/dates.ts';
import { Timeline, TimelineItem } from '../kit/index.ts';
import { describeHistory } from './describe-history.ts';

export function ItemHistory({ item, reports }: { item: DispositionItem; reports: readonly Report[] }) {
  const steps = describeHistory(item, reports);
  return (
    <>
      <Timeline label="Riwayat disposisi">
        {steps.map((one, index) => (
          <TimelineItem
            key={`${one.at} ${one.title}`}
            title={one.title}
            tone={index === steps.length - 1 && item.closedAt === null ? 'current' : 'step'}
          >
            {one.detail === '' ? null : (
              <>
                {one.detail}
                <br />
              </>
            )}
            {formatDateTime(one.at)}
          </TimelineItem>
        ))}
      </Timeline>
      <Link to="/masuk/$id" params={{ id: item.incomingId }} search={{ tab: 'perjalanan' }}>
        Perjalanan lengkap surat
      </Link>
    </>
  );
}
