import { IconCircleCheck } from '@tabler/icons-react';
import type { getHomeEndpoint } from '../../../server/tasks/contract.ts';
import { useCurrentDesk, useSession } from '../accounts/session.ts';
import { operation, useOperation } from '../api/index.ts';
import { addressForm } from '../format/address-form.ts';
import { agencyNow, formatLongDate, greeting } from '../format/dates.ts';
import { EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { NotificationBell } from '../shell/notification-bell.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { CountCards } from './count-cards.tsx';
import { DeadlineCard } from './deadline-card.tsx';
import { DeskLine } from './desk-line.tsx';
import { DraftsCard } from './drafts-card.tsx';
import css from './home.module.css';
import { NextTask } from './next-task.tsx';
import { SavingsCard } from './savings-card.tsx';
import { WaitingNote } from './waiting-note.tsx';

const getHome = operation<typeof getHomeEndpoint>('get', '/home');

/** Beranda: what waits for the desk, nearest first. */
export function HomeScreen() {
  const { person } = useSession();
  const desk = useCurrentDesk();
  const home = useOperation(getHome, {});
  const waiting = home.data === undefined ? '' : ` · ${describeWaiting(home.data.taskCount)}`;

  return (
    <>
      <PageTitle
        bare
        title={`${greeting()}, ${addressForm(person)}`}
        meta={
          <>
            <span className="only-desktop">
              {formatLongDate(agencyNow())}
              {waiting}
            </span>
            <DeskLine />
          </>
        }
        phoneActions={<NotificationBell />}
      />
      <div className={css['page']}>
        {home.error === null ? null : <ErrorNote problem={home.error} onRetry={() => void home.refetch()} />}
        {home.data === undefined ? (
          home.error === null && <Skeleton rows={5} height={92} />
        ) : (
          <>
            {home.data.next === null ? (
              <NothingWaits />
            ) : (
              <NextTask task={home.data.next} count={home.data.taskCount} />
            )}
            <CountCards counts={home.data.counts} desk={desk} />
            <WaitingNote count={home.data.counts.waitingInSigning} />
            <div className={css['columns']}>
              <DeadlineCard deadlines={home.data.deadlines} />
              <div className={css['column']}>
                <DraftsCard drafts={home.data.drafts} count={home.data.counts.drafts} />
                <SavingsCard savings={home.data.savings} />
              </div>
            </div>
          </>
        )}
      </div>
    </>
  );
}

function describeWaiting(count: number): string {
  return count === 0 ? 'tidak ada yang menunggu Anda' : `${count} pekerjaan menunggu Anda`;
}

function NothingWaits() {
  return (
    <section className={css['nothing']}>
      <EmptyState icon={<IconCircleCheck size={28} stroke={1.8} />} title="Tidak ada yang menunggu Anda">
        Surat baru, konsep yang perlu diparaf, dan surat yang perlu ditandatangani akan tampak di sini.
      </EmptyState>
    </section>
  );
}
