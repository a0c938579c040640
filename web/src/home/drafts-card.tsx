import { IconArrowBackUp, IconCloudCheck, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LetterListItem } from '../../../server/letters/contract.ts';
import { useSession } from '../accounts/session.ts';
import { daysUntil, formatDayMonth, formatTime } from '../format/dates.ts';
import { ButtonLink, Card } from '../kit/index.ts';
import { listLocalDrafts } from '../konsep/local-drafts.ts';
import css from './home.module.css';

const typeNames = { surat_dinas: 'Surat dinas', nota_dinas: 'Nota dinas' } as const;

function describeSaved(updatedAt: string): string {
  const ago = -daysUntil(updatedAt);
  if (ago <= 0) return `tersimpan ${formatTime(updatedAt)}`;
  return ago === 1 ? `tersimpan kemarin, ${formatTime(updatedAt)}` : `tersimpan ${formatDayMonth(updatedAt)}`;
}

function DraftRow({ draft, onDevice }: { draft: LetterListItem; onDevice: boolean }) {
  const Icon = draft.isReturned ? IconArrowBackUp : onDevice ? IconDeviceMobile : IconCloudCheck;
  const state = onDevice ? 'tersimpan di perangkat' : describeSaved(draft.updatedAt);
  const subject = draft.subject === '' ? 'Tanpa hal' : draft.subject;
  return (
    <li className={css['draft']}>
      <span className={css['rowText']}>
        <span className={css['rowTitle']}>{subject}</span>
        <span className={css['draftNote']} data-returned={draft.isReturned ? '' : undefined}>
          <Icon size={16} stroke={1.8} aria-hidden="true" />
          {typeNames[draft.type]} · {draft.isReturned ? 'dikembalikan' : state}
        </span>
      </span>
      <ButtonLink
        to="/konsep/$id"
        params={{ id: draft.id }}
        size="small"
        variant="outline"
        aria-label={`${draft.isReturned ? 'Perbaiki' : 'Lanjutkan'} ${subject}`}
      >
        {draft.isReturned ? 'Perbaiki' : 'Lanjutkan'}
      </ButtonLink>
    </li>
  );
}

/** Unfinished drafts; words that only this device holds are said to be so. */
export function DraftsCard({ drafts, count }: { drafts: readonly LetterListItem[]; count: number }) {
  const { person } = useSession();
  const local = useQuery({
    queryKey: ['local-drafts', person.id],
    queryFn: () => listLocalDrafts(person.id),
    retry: false,
  });
  const aside = count > drafts.length ? <Link to="/konsep">Lihat semua {count}</Link> : count;
  return (
    <Card flush title="Konsep belum selesai" aside={aside}>
      {drafts.length === 0 ? (
        <p className={css['quiet']}>Tidak ada konsep yang tertinggal.</p>
      ) : (
        <ul className={css['rows']}>
          {drafts.map((draft) => (
            <DraftRow key={draft.id} draft={draft} onDevice={local.data?.includes(draft.id) === true} />
          ))}
        </ul>
      )}
    </Card>
  );
}
