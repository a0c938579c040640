import { IconClock } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useOperation } from '../api/index.ts';
import { useHeld } from '../disposisi/held.ts';
import { Badge, GradeBadge, Skeleton, tabPanelProps, Tabs } from '../kit/index.ts';
import { DeadlineBadge } from '../letters/letter-badges.tsx';
import { LetterProblem } from '../letters/letter-problem.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import css from './inbox.module.css';
import { IncomingActions } from './incoming-actions.tsx';
import { IncomingData } from './incoming-data.tsx';
import { IncomingJourney } from './incoming-journey.tsx';
import { getIncoming } from './incoming-operations.ts';
import { IncomingPages } from './incoming-pages.tsx';
import { IncomingSide, PhoneGiven } from './incoming-side.tsx';
import { factsOf } from './incoming-words.ts';
import { Summary } from './summary.tsx';
import { useIncomingDisposition, type NextLetter } from './use-incoming-disposition.ts';
import { useMarkRead } from './use-mark-read.ts';
import { VerdictStrip } from './verdict-strip.tsx';
import { incomingTabs, type IncomingTab } from '../routes/tabs.ts';

interface IncomingReaderProps {
  incomingId: string;
  /** Place in the list, when the list is loaded that far. */
  place: { at: number; of: number } | undefined;
  next: NextLetter | undefined;
}

function StateBadge({ incoming }: { incoming: Incoming }) {
  const isHeld = useHeld().some((held) => held.incomingId === incoming.id);
  if (isHeld)
    return (
      <Badge tone="menunggu" icon={<IconClock size={14} stroke={2} aria-hidden="true" />}>
        Menunggu kirim
      </Badge>
    );
  if (incoming.status === 'cancelled') return <Badge tone="konsep">Registrasi dibatalkan</Badge>;
  if (incoming.status === 'done' || incoming.status === 'filed') return <Badge tone="selesai">Selesai</Badge>;
  if (incoming.actions.includes('dispose') && incoming.settledAt === null)
    return <Badge tone="disposisi">Perlu disposisi</Badge>;
  return incoming.status === 'in_progress' ? <Badge tone="menunggu">Ditindaklanjuti</Badge> : null;
}

function useTab(): IncomingTab {
  const search: { tab?: string } = useSearch({ strict: false });
  return incomingTabs.find((one) => one === search.tab) ?? 'surat';
}

function Title({ incoming, place }: { incoming: Incoming; place: IncomingReaderProps['place'] }) {
  const tab = useTab();
  const navigate = useNavigate();
  return (
    <PageTitle
      title={incoming.subject}
      backTo="/masuk"
      backOnPhone
      context={place === undefined ? 'Kotak Masuk' : `${place.at} dari ${place.of} · Kotak Masuk`}
      badges={
        <>
          <GradeBadge grade={incoming.handlingGrade} security={incoming.securityClass} />
          <StateBadge incoming={incoming} />
          {incoming.dueDate === null ? null : <DeadlineBadge dueDate={incoming.dueDate} />}
        </>
      }
      meta={factsOf(incoming)}
      actions={<IncomingActions incoming={incoming} />}
      phoneActions={<IncomingActions incoming={incoming} />}
      tabs={
        <Tabs
          label="Bagian surat"
          value={tab}
          onChange={(value) =>
            void navigate({ to: '/masuk/$id', params: { id: incoming.id }, search: { tab: value }, replace: true })
          }
          tabs={[
            { value: 'surat', label: 'Surat' },
            { value: 'data', label: 'Data' },
            { value: 'perjalanan', label: 'Perjalanan' },
          ]}
        />
      }
    />
  );
}

function Body({ incoming, tab }: { incoming: Incoming; tab: IncomingTab }) {
  if (tab === 'data') return <IncomingData incoming={incoming} />;
  if (tab === 'perjalanan') return <IncomingJourney incomingId={incoming.id} />;
  return (
    <>
      <VerdictStrip incoming={incoming} />
      <Summary incoming={incoming} />
      <div className={css['pages']}>
        <IncomingPages incoming={incoming} />
      </div>
    </>
  );
}

function Letter({ incoming, place, next }: { incoming: Incoming } & Omit<IncomingReaderProps, 'incomingId'>) {
  const tab = useTab();
  const work = useIncomingDisposition(incoming, next);
  return (
    <div className={css['letter']}>
      <div className={css['reader']}>
        <Title incoming={incoming} place={place} />
        <div className={css['body']} data-tab={tab} tabIndex={tab === 'surat' ? undefined : 0} {...tabPanelProps(tab)}>
          {tab === 'surat' ? <PhoneGiven work={work} /> : null}
          <Body incoming={incoming} tab={tab} />
        </div>
      </div>
      <IncomingSide incoming={incoming} work={work} />
    </div>
  );
}

export function IncomingReader({ incomingId, place, next }: IncomingReaderProps) {
  const found = useOperation(getIncoming, { params: { incomingId } });
  const incoming = found.data;
  useMarkRead(incoming);

  if (found.error !== null && incoming === undefined)
    return <LetterProblem problem={found.error} backTo="/masuk" backLabel="Kotak Masuk" onRetry={found.refetch} />;
  if (incoming === undefined) return <Skeleton rows={3} height={120} />;
  return <Letter incoming={incoming} place={place} next={next} />;
}
