import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { LetterListItem } from '../../../server/letters/contract.ts';
import { formatListTime } from '../format/dates.ts';
import { Badge, GradeBadge } from '../kit/index.ts';
import { DeadlineBadge } from './letter-badges.tsx';
import css from './letter-queue.module.css';

const typeNames = { surat_dinas: 'Surat dinas', nota_dinas: 'Nota dinas' } as const;

function describeTo(item: LetterListItem): string {
  if (item.mainRecipient === null) return typeNames[item.type];
  const others = item.recipientCount - 1;
  return `${typeNames[item.type]} kepada ${item.mainRecipient}${others > 0 ? ` dan ${others} lainnya` : ''}`;
}

export function ReviewRow({ item }: { item: LetterListItem }) {
  return (
    <li className={css['row']}>
      <div className={css['text']}>
        <Link to="/paraf/$id" params={{ id: item.id }} className={css['subject']}>
          {item.subject}
        </Link>
        <div className={css['facts']}>
          <GradeBadge grade={item.handlingGrade} security={item.securityClass} />
          {item.changedSinceInitial ? <Badge tone="menunggu">Berubah sejak paraf Anda</Badge> : null}
          {item.dueDate === null ? null : <DeadlineBadge dueDate={item.dueDate} />}
          <span>{describeTo(item)}</span>
        </div>
        <div className={css['from']}>
          {item.drafterName}, {item.unitName}
        </div>
      </div>
      {item.waitingSince === null ? null : (
        <div className={css['when']}>
          <span>
            <span className="only-read">Menunggu sejak </span>
            {formatListTime(item.waitingSince)}
          </span>
        </div>
      )}
      <IconChevronRight size={20} stroke={1.8} aria-hidden="true" />
    </li>
  );
}
