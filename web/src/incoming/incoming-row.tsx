import { Link } from '@tanstack/react-router';
import type { IncomingListItem } from '../../../server/incoming/contract.ts';
import { formatDateTime, formatListTime } from '../format/dates.ts';
import { Badge, BadgeRow, GradeBadge } from '../kit/index.ts';
import { DeadlineBadge } from '../letters/letter-badges.tsx';
import { useWaitingDisposition } from '../offline/use-outbox.ts';
import { senderOf } from './incoming-words.ts';
import css from './inbox.module.css';

/** What is left to do here, or what became of it. */
function StateBadge({ item }: { item: IncomingListItem }) {
  const waiting = useWaitingDisposition(item.id);
  if (waiting !== undefined) return <Badge tone="menunggu">Menunggu sambungan</Badge>;
  if (item.status === 'cancelled') return <Badge tone="konsep">Dibatalkan</Badge>;
  if (item.status === 'done' || item.status === 'filed') return <Badge tone="selesai">Selesai</Badge>;
  if (item.role === 'cc') return null;
  return item.settledAt === null ? (
    <Badge tone="disposisi">Perlu tindakan</Badge>
  ) : (
    <Badge tone="selesai">Ditindaklanjuti</Badge>
  );
}

export function IncomingRow({ item, isOpen }: { item: IncomingListItem; isOpen: boolean }) {
  const isUnread = item.readAt === null;
  return (
    <li>
      <Link
        to="/masuk/$id"
        params={{ id: item.id }}
        className={css['row']}
        data-unread={isUnread ? '' : undefined}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className={css['rowTop']}>
          {isUnread ? <span className="only-read">Belum dibaca. </span> : null}
          <span className={css['sender']}>{senderOf(item)}</span>
          <time className={css['time']} dateTime={item.receivedAt} title={formatDateTime(item.receivedAt)}>
            {formatListTime(item.receivedAt)}
          </time>
        </span>
        <span className={css['subject']}>{item.subject}</span>
        <BadgeRow>
          <GradeBadge grade={item.handlingGrade} security={item.securityClass} />
          {item.dueDate === null ? null : <DeadlineBadge dueDate={item.dueDate} />}
          <StateBadge item={item} />
          {item.role === 'cc' ? <Badge tone="konsep">Tembusan</Badge> : null}
          {item.agendaNumber === null ? null : <Badge tone="diarsipkan">Agenda {item.agendaNumber}</Badge>}
        </BadgeRow>
      </Link>
    </li>
  );
}
