import { IconChevronRight, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { formatDateTime, formatShortDateTime } from '../format/dates.ts';
import { Badge, Button, Card, DataList, DataRow } from '../kit/index.ts';
import type { OutboxEntry } from '../offline/outbox.ts';
import { dueMoment } from './due-words.ts';
import css from './given-card.module.css';
import { useHeld } from './held.ts';
import { ItemBadge } from './item-words.tsx';
import { takeBack } from './take-back.ts';
import { useUndo } from './use-undo.ts';

function distinct(words: readonly string[]): string {
  return [...new Set(words.filter((word) => word !== ''))].join('; ');
}

function Recipient({ item }: { item: DispositionItem }) {
  return (
    <li>
      <span className={css['name']}>
        {item.teamName ?? item.recipient.shortTitle}
        {item.isPic ? <span className="meta"> (koordinator)</span> : null}
      </span>
      {item.status === 'held' ? null : <ItemBadge facts={{ ...item, isPaused: item.pausedSince !== null }} short />}
    </li>
  );
}

/** What this desk gave: to whom, what, until when, and how far it is. */
export function GivenCard({ items, rollup }: { items: readonly DispositionItem[]; rollup: Rollup | undefined }) {
  const first = items[0];
  const undo = useUndo(first?.dispositionId ?? '');
  const isInBar = useHeld().some((one) => one.id === first?.dispositionId);
  if (first === undefined) return null;
  const isHeld = first.status === 'held';
  const due = first.dueAt === null ? dueMoment(first) : formatDateTime(first.dueAt);
  const instructions = distinct(items.flatMap((item) => item.instructions));
  const note = distinct(items.map((item) => item.note));
  return (
    <Card title="Disposisi Anda" aside={formatShortDateTime(first.givenAt)}>
      <div className={css['given']}>
        {isHeld ? (
          <Badge tone="menunggu" icon={<IconClock size={14} stroke={2} aria-hidden="true" />}>
            Menunggu kirim
          </Badge>
        ) : null}
        <ul className={css['recipients']} aria-label="Penerima disposisi">
          {items.map((item) => (
            <Recipient key={item.id} item={item} />
          ))}
        </ul>
        <DataList>
          {instructions === '' ? null : <DataRow label="Instruksi">{instructions}</DataRow>}
          <DataRow label="Tenggat">{due ?? 'Tanpa tenggat'}</DataRow>
          {note === '' ? null : <DataRow label="Catatan">{note}</DataRow>}
          {first.recordedBy === null ? null : <DataRow label="Dicatat oleh">{first.recordedBy}</DataRow>}
        </DataList>
        {isInBar ? null : first.actions.includes('undo') ? (
          <Button pending={undo.pending} onClick={undo.press}>
            Batalkan
          </Button>
        ) : (
          <Link to="/disposisi/$itemId" params={{ itemId: first.id }} className={css['open']}>
            {rollup === undefined
              ? 'Lihat perkembangan'
              : `${rollup.done}/${rollup.total} selesai · lihat perkembangan`}
            <IconChevronRight size={18} stroke={2} aria-hidden="true" />
          </Link>
        )}
      </div>
    </Card>
  );
}

interface Rollup {
  total: number;
  done: number;
}

/** A disposition that is on this device only, until there is a connection. */
export function WaitingCard({ entry }: { entry: OutboxEntry }) {
  if (entry.command.kind !== 'disposition') return null;
  return (
    <Card title="Disposisi Anda" tone="menunggu" aside={formatShortDateTime(entry.queuedAt)}>
      <div className={css['given']}>
        <p>
          {entry.refusal === null
            ? 'Tersimpan di perangkat ini dan terkirim begitu ada sambungan.'
            : `Ditolak server: ${entry.refusal.detail ?? entry.refusal.title}`}
        </p>
        <DataList>
          <DataRow label="Kepada">{entry.command.recipients}</DataRow>
        </DataList>
        <Button onClick={() => void takeBack(entry)}>{entry.refusal === null ? 'Batalkan' : 'Perbaiki isian'}</Button>
      </div>
    </Card>
  );
}
