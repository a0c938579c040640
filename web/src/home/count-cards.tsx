import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconInbox,
  IconPencil,
  IconSignature,
  IconWritingSign,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../../server/contract.ts';
import type { getHomeEndpoint } from '../../../server/tasks/contract.ts';
import type { Appointment } from '../accounts/session.ts';
import css from './home.module.css';

type HomeCounts = OutputOf<typeof getHomeEndpoint>['counts'];

interface CountCard {
  to: string;
  label: string;
  /** Where there is no room for the label. */
  shortLabel?: string;
  count: number;
  note: string;
  shortNote?: string;
  pressing?: boolean;
  icon: Icon;
  tone: 'paraf' | 'disposisi' | 'dikembalikan' | 'konsep';
}

function signNote(counts: HomeCounts): Pick<CountCard, 'note' | 'pressing'> {
  if (counts.urgentToSign > 0) return { note: `${counts.urgentToSign} sangat segera`, pressing: true };
  if (counts.unopenedToSign > 0) return { note: `${counts.unopenedToSign} belum dibuka` };
  return { note: counts.toSign === 0 ? 'Semua selesai' : 'Semua sudah dibuka' };
}

function initialNote(counts: HomeCounts): Pick<CountCard, 'note' | 'shortNote'> {
  const changed = counts.changedSinceInitial;
  if (changed > 0) return { note: `${changed} berubah sejak paraf Anda`, shortNote: `${changed} berubah` };
  return { note: counts.toInitial === 0 ? 'Semua selesai' : 'Menunggu paraf Anda' };
}

function readNote(counts: HomeCounts): Pick<CountCard, 'note' | 'pressing'> {
  if (counts.urgentUnread > 0) return { note: `${counts.urgentUnread} sangat segera`, pressing: true };
  return { note: counts.incomingUnread === 0 ? 'Semua sudah dibaca' : 'Surat masuk baru' };
}

function dispositionNote(counts: HomeCounts): Pick<CountCard, 'note' | 'pressing'> {
  if (counts.dispositionsLate > 0) return { note: `${counts.dispositionsLate} lewat tenggat`, pressing: true };
  return { note: counts.dispositionsOpen === 0 ? 'Semua selesai' : 'Perlu tindak lanjut' };
}

/** The four counts of this desk; a desk that neither initials nor signs sees its drafts instead. */
export function chooseCards(counts: HomeCounts, desk: Appointment | undefined): CountCard[] {
  const cards: CountCard[] = [];
  if (desk?.isReviewer === true || counts.toInitial > 0) {
    const [icon, tone] = [IconWritingSign, 'paraf'] as const;
    cards.push({ to: '/paraf', label: 'Perlu paraf', count: counts.toInitial, ...initialNote(counts), icon, tone });
  }
  if (desk?.isSignatory === true || counts.toSign > 0) {
    const [icon, tone] = [IconSignature, 'paraf'] as const;
    cards.push({
      to: '/ttd',
      label: 'Perlu tanda tangan',
      shortLabel: 'Perlu TTE',
      count: counts.toSign,
      ...signNote(counts),
      icon,
      tone,
    });
  }
  cards.push({
    to: '/masuk',
    label: 'Belum dibaca',
    count: counts.incomingUnread,
    ...readNote(counts),
    icon: IconInbox,
    tone: 'disposisi',
  });
  cards.push({
    to: '/disposisi',
    label: 'Disposisi',
    count: counts.dispositionsOpen,
    ...dispositionNote(counts),
    icon: IconArrowsSplit2,
    tone: 'disposisi',
  });
  if (cards.length < 4)
    cards.push({
      to: '/konsep',
      label: 'Dikembalikan',
      count: counts.returned,
      note: counts.returned === 0 ? 'Tidak ada perbaikan' : 'Perlu Anda perbaiki',
      icon: IconArrowBackUp,
      tone: 'dikembalikan',
    });
  if (cards.length < 4) {
    const note = counts.drafts === 0 ? 'Tidak ada konsep' : 'Belum diajukan';
    cards.push({ to: '/konsep', label: 'Konsep', count: counts.drafts, note, icon: IconPencil, tone: 'konsep' });
  }
  return cards;
}

function ByWidth({ long, short }: { long: string; short: string | undefined }) {
  if (short === undefined) return long;
  return (
    <>
      <span className="only-desktop">{long}</span>
      <span className="only-phone">{short}</span>
    </>
  );
}

export function CountCards({ counts, desk }: { counts: HomeCounts; desk: Appointment | undefined }) {
  return (
    <ul className={css['counts']}>
      {chooseCards(counts, desk).map((card) => (
        <li key={card.label}>
          <Link to={card.to} className={css['count']}>
            <span className={css['countLabel']}>
              <ByWidth long={card.label} short={card.shortLabel} />
            </span>
            <span className={css['countIcon']} data-tone={card.tone}>
              <card.icon size={20} stroke={1.8} aria-hidden="true" />
            </span>
            <span className={css['countFigure']}>{card.count}</span>
            <span className={css['countNote']} data-pressing={card.pressing === true ? '' : undefined}>
              <ByWidth long={card.note} short={card.shortNote} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
