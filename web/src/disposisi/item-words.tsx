import { IconAlertTriangle, IconCheck, IconPlayerPause } from '@tabler/icons-react';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { agencyNow } from '../format/dates.ts';
import { Badge, type BadgeTone } from '../kit/index.ts';
import { timeLeft } from './due-words.ts';

type Status = DispositionItem['status'];

const looks: Record<Status, { label: string; tone: BadgeTone }> = {
  held: { label: 'Menunggu kirim', tone: 'menunggu' },
  unread: { label: 'Belum dibaca', tone: 'disposisi' },
  read: { label: 'Dibaca', tone: 'konsep' },
  in_progress: { label: 'Dikerjakan', tone: 'menunggu' },
  done: { label: 'Selesai', tone: 'selesai' },
  returned: { label: 'Dikembalikan', tone: 'dikembalikan' },
  recalled: { label: 'Ditarik kembali', tone: 'konsep' },
  undone: { label: 'Dibatalkan', tone: 'konsep' },
};

type StatusFacts = Pick<DispositionItem, 'status' | 'isLate' | 'dueAt' | 'below'> & { isPaused: boolean };

/** The state of one recipient; being late or paused stands before it, because that is what must be done about. */
export function ItemBadge({ facts, short = false }: { facts: StatusFacts; short?: boolean }) {
  const { status, isLate, dueAt, below, isPaused } = facts;
  if (isPaused)
    return (
      <Badge tone="konsep" icon={<IconPlayerPause size={14} stroke={2} aria-hidden="true" />}>
        Dijeda
      </Badge>
    );
  if (isLate)
    return (
      <Badge tone="segera" icon={<IconAlertTriangle size={14} stroke={2} aria-hidden="true" />}>
        {dueAt === null || short ? 'Terlambat' : timeLeft(dueAt, agencyNow())}
      </Badge>
    );
  const { label, tone } = looks[status];
  const progress = status === 'in_progress' && below.total > 0 ? ` · ${below.done}/${below.total}` : '';
  const icon = status === 'done' ? <IconCheck size={14} stroke={2.2} aria-hidden="true" /> : undefined;
  return (
    <Badge tone={tone} icon={icon}>
      {label}
      {progress}
    </Badge>
  );
}

/** "Untuk ditindaklanjuti. Segera kerahkan alat." with the instructions in bold. */
export function Instruction({ item }: { item: Pick<DispositionItem, 'instructions' | 'note' | 'isHidden'> }) {
  if (item.isHidden) return <em>Isi disposisi ini hanya untuk pemberi dan penerimanya.</em>;
  return (
    <>
      {item.instructions.length === 0 ? null : <strong>{item.instructions.join('; ')}.</strong>}
      {item.instructions.length > 0 && item.note !== '' ? ' ' : ''}
      {item.note}
    </>
  );
}
