import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { LetterStatus } from '../../../server/letters/states.ts';
import { daysUntil, formatDeadline } from '../format/dates.ts';
import { Badge, type BadgeTone } from '../kit/index.ts';

const statuses: Record<LetterStatus, { label: string; tone: BadgeTone }> = {
  draft: { label: 'Konsep', tone: 'konsep' },
  in_review: { label: 'Menunggu paraf', tone: 'paraf' },
  ready_to_sign: { label: 'Menunggu tanda tangan', tone: 'paraf' },
  signing: { label: 'Sedang ditandatangani', tone: 'menunggu' },
  signed: { label: 'Ditandatangani', tone: 'selesai' },
  dispatched: { label: 'Terkirim', tone: 'selesai' },
  withdrawn: { label: 'Ditarik', tone: 'konsep' },
  revoked: { label: 'Dicabut', tone: 'segera' },
};

export function StatusBadge({ status, isReturned = false }: { status: LetterStatus; isReturned?: boolean }) {
  if (isReturned) return <Badge tone="dikembalikan">Dikembalikan</Badge>;
  const { label, tone } = statuses[status];
  const icon = tone === 'selesai' ? <IconCheck size={14} stroke={2.2} aria-hidden="true" /> : undefined;
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
}

type DeadlineTone = 'segera' | 'menunggu' | 'konsep';

/** Red when it has passed, amber today and tomorrow. */
export function deadlineTone(dueDate: string): DeadlineTone {
  const days = daysUntil(dueDate);
  if (days < 0) return 'segera';
  return days <= 1 ? 'menunggu' : 'konsep';
}

const deadlineIcons = { segera: IconAlertTriangle, menunggu: IconClock, konsep: undefined } as const;

export function DeadlineBadge({ dueDate }: { dueDate: string }) {
  const tone = deadlineTone(dueDate);
  const Icon = deadlineIcons[tone];
  return (
    <Badge tone={tone} icon={Icon === undefined ? undefined : <Icon size={14} stroke={2} aria-hidden="true" />}>
      {formatDeadline(dueDate)}
    </Badge>
  );
}
