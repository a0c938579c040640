import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { LetterListItem } from '../../../server/letters/contract.ts';
import { daysUntil, formatDeadline, formatTime } from '../format/dates.ts';
import { Badge, GradeBadge, Spinner } from '../kit/index.ts';
import css from '../letters/letter-queue.module.css';
import { typeNames } from './signing-words.ts';

function describe(item: LetterListItem): string {
  const others = item.recipientCount - 1;
  const to = item.mainRecipient === null ? '' : ` kepada ${item.mainRecipient}`;
  const name = typeNames[item.type];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${to}${others > 0 ? ` dan ${others} lainnya` : ''}`;
}

/** "Hari ini, 08.12", "Kemarin", "4 hari": how long it has been waiting. */
function waitOf(since: string): string {
  const days = -daysUntil(since);
  if (days <= 0) return `Hari ini, ${formatTime(since)}`;
  return days === 1 ? 'Sejak kemarin' : `Menunggu ${days} hari`;
}

export function SignatureRow({ item }: { item: LetterListItem }) {
  return (
    <li className={css['row']}>
      <div className={css['text']}>
        <Link to="/ttd/$id" params={{ id: item.id }} className={css['subject']}>
          {item.subject}
        </Link>
        <div className={css['facts']}>
          {item.status === 'signing' ? (
            <Badge tone="menunggu" icon={<Spinner size={13} />}>
              Sedang ditandatangani
            </Badge>
          ) : null}
          <GradeBadge grade={item.handlingGrade} security={item.securityClass} />
          {item.changedSinceInitial ? <Badge tone="dikembalikan">Berubah sejak paraf Anda</Badge> : null}
          <span>{describe(item)}</span>
        </div>
        <div className={css['from']}>
          {item.drafterName}, {item.unitName}
        </div>
      </div>
      <div className={css['when']}>
        {item.waitingSince === null ? null : <span>{waitOf(item.waitingSince)}</span>}
        {item.dueDate === null ? null : <span className={css['due']}>{formatDeadline(item.dueDate)}</span>}
      </div>
      <IconChevronRight size={20} stroke={1.8} aria-hidden="true" />
    </li>
  );
}
