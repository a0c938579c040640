import { IconEdit } from '@tabler/icons-react';
import { useOperation } from '../api/index.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Card, ErrorNote, Timeline, TimelineItem } from '../kit/index.ts';
import { listIncomingChanges } from './agenda-operations.ts';
import css from './registry.module.css';

/** What the data were before, who changed them, and why; nothing is drawn for a letter that was never corrected. */
export function Corrections({ incomingId, version }: { incomingId: string; version: number }) {
  const found = useOperation(listIncomingChanges, { params: { incomingId } }, { enabled: version > 1 });
  if (found.error !== null) return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  const changes = found.data?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <Card title="Riwayat koreksi">
      <Timeline label="Riwayat koreksi">
        {changes.map((change) => (
          <TimelineItem
            key={change.version}
            tone="step"
            icon={<IconEdit size={16} stroke={2} />}
            title={change.changedBy}
            aside={formatShortDateTime(change.changedAt)}
          >
            <p>{change.reason}</p>
            <dl className={css['changes']}>
              {change.fields.map((field) => (
                <div key={field.label}>
                  <dt>{field.label}</dt>
                  <dd>
                    <del>{field.before === '' ? 'kosong' : field.before}</del>{' '}
                    <ins>{field.after === '' ? 'kosong' : field.after}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  );
}
