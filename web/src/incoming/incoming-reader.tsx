import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useCurrentDesk, type Appointment } from '../accounts/session.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { formatShortDate } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { GradeBadge, Skeleton } from '../kit/index.ts';
import { DeadlineBadge } from '../letters/letter-badges.tsx';
import { LetterProblem } from '../letters/letter-problem.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { LetterPages } from '../signing/letter-pages.tsx';
import css from './inbox.module.css';
import { IncomingFacts } from './incoming-facts.tsx';
import { getIncoming, markIncomingRead } from './incoming-operations.ts';

interface IncomingReaderProps {
  incomingId: string;
  /** Place in the list, when the list is loaded that far. */
  place: { at: number; of: number } | undefined;
}

/** Registries read letters that are addressed to other desks; only the addressed desk marks them as read. */
function isAddressed(incoming: Incoming, desk: Appointment | undefined): boolean {
  return desk?.canAct === true && incoming.addressees.some((addressee) => desk.title.endsWith(addressee.title));
}

function useMarkRead(incoming: Incoming | undefined): void {
  const desk = useCurrentDesk();
  const { press } = useCommand(markIncomingRead, { refresh: ['incoming', 'counts', 'home'] });
  const unreadId =
    incoming !== undefined && incoming.readAt === null && isAddressed(incoming, desk) ? incoming.id : undefined;
  const marked = useRef<string>(undefined);
  useEffect(() => {
    if (unreadId === undefined || marked.current === unreadId) return;
    marked.current = unreadId;
    press({ params: { incomingId: unreadId } });
  });
}

function Snippet({ incoming }: { incoming: Incoming }) {
  const parts = [
    ...(incoming.annexCount > 0 ? [`${incoming.annexCount} lampiran`] : []),
    `${incoming.pageCount} halaman`,
    formatSize(incoming.sizeBytes),
  ];
  return (
    <section className={css['snippet']} aria-label="Petikan">
      <p className={css['snippetText']}>{incoming.snippet}…</p>
      <p className={css['snippetFoot']}>
        <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
        {parts.join(' · ')}
      </p>
    </section>
  );
}

export function IncomingReader({ incomingId, place }: IncomingReaderProps) {
  const found = useOperation(getIncoming, { params: { incomingId } });
  const incoming = found.data;
  useMarkRead(incoming);

  if (found.error !== null && incoming === undefined)
    return <LetterProblem problem={found.error} backTo="/masuk" backLabel="Kotak Masuk" onRetry={found.refetch} />;
  if (incoming === undefined) return <Skeleton rows={3} height={120} />;

  return (
    <>
      <PageTitle
        title={incoming.subject}
        backTo="/masuk"
        backOnPhone
        context={place === undefined ? 'Kotak Masuk' : `${place.at} dari ${place.of} · Kotak Masuk`}
        badges={
          <>
            <GradeBadge grade={incoming.handlingGrade} security={incoming.securityClass} />
            {incoming.dueDate === null ? null : <DeadlineBadge dueDate={incoming.dueDate} />}
          </>
        }
        meta={`${incoming.senderTitle} · ${incoming.number} · ${formatShortDate(incoming.letterDate)}`}
      />
      <div className={css['reader']}>
        <Snippet incoming={incoming} />
        <div className={css['pages']}>
          <LetterPages letterId={incoming.letterId} title={incoming.subject} />
        </div>
        <IncomingFacts incoming={incoming} />
      </div>
    </>
  );
}
