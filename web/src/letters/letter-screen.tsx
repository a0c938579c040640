import { IconPaperclip } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Letter } from '../../../server/letters/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { useOperation } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { Badge, EmptyState, GradeBadge, Skeleton, tabPanelProps, Tabs } from '../kit/index.ts';
import type { LetterTab } from '../routes/tabs.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { LetterPages } from '../signing/letter-pages.tsx';
import { AnnexList } from './annex-list.tsx';
import { AuditorView } from './auditor-view.tsx';
import { AuditTab } from './audit-tab.tsx';
import { DestroyedStub } from './destroyed-stub.tsx';
import { DataTab } from './data-tab.tsx';
import { JourneyTab } from './journey-tab.tsx';
import { LetterActions, PhoneLetterActions, PhoneTurn } from './letter-actions.tsx';
import { StatusBadge } from './letter-badges.tsx';
import { getLetter } from './letter-operations.ts';
import { LetterProblem } from './letter-problem.tsx';
import css from './letter.module.css';

/** Surat: the letter, its data and annexes, and everything that happened to it. */
export function LetterScreen() {
  const { id } = useParams({ from: '/meja/surat/$id' });
  const { tab = 'isi' } = useSearch({ from: '/meja/surat/$id' });
  const found = useOperation(getLetter, { params: { letterId: id } });
  const isAuditor = useCurrentDesk()?.roles.includes('auditor') === true;
  if (found.data !== undefined) return <OpenLetter letter={found.data} tab={tab} />;
  if (found.error?.code === 'forbidden' && isAuditor) return <AuditorView letterId={id} />;
  if (found.error !== null)
    return (
      <LetterProblem
        problem={found.error}
        backTo="/arsip"
        backLabel="Pencarian Arsip"
        onRetry={() => found.refetch()}
      />
    );
  return <Skeleton rows={4} height={140} />;
}

/** On phones the number stands in the line above the title. */
function metaOf(letter: Letter, isPhone: boolean): string {
  const signatory = letter.signatory?.shortTitle;
  const behalf = letter.onBehalfOf === null ? '' : ` a.n. ${letter.onBehalfOf.shortTitle}`;
  return [
    ...(isPhone ? [] : [letter.number ?? 'belum bernomor']),
    ...(letter.letterDate === null ? [] : [formatDate(letter.letterDate)]),
    ...(signatory === undefined ? [] : [`${signatory}${behalf}`]),
  ].join(' · ');
}

function StateBadge({ letter }: { letter: Letter }) {
  if (letter.destroyed !== null) return <Badge tone="konsep">Dimusnahkan</Badge>;
  return <StatusBadge status={letter.status} isReturned={letter.isReturned} />;
}

function OpenLetter({ letter, tab }: { letter: Letter; tab: LetterTab }) {
  const navigate = useNavigate();
  const isPhone = useMedia(phoneQuery);
  const choose = (next: LetterTab) =>
    void navigate({ to: '/surat/$id', params: { id: letter.id }, search: { tab: next }, replace: true });
  return (
    <div className={css['screen']}>
      <PageTitle
        title={letter.subject === '' ? 'Tanpa hal' : letter.subject}
        backTo="/arsip"
        backInHistory
        context={letter.number ?? 'Belum bernomor'}
        badges={
          <>
            <StateBadge letter={letter} />
            <GradeBadge grade={letter.handlingGrade} security={letter.securityClass} />
          </>
        }
        meta={metaOf(letter, isPhone)}
        actions={isPhone ? undefined : <LetterActions letter={letter} />}
        phoneActions={isPhone ? <PhoneLetterActions letter={letter} /> : undefined}
        tabs={
          <Tabs
            label="Bagian surat"
            value={tab}
            onChange={choose}
            tabs={[
              { value: 'isi', label: isPhone ? 'Isi' : 'Isi surat' },
              { value: 'data', label: 'Data' },
              { value: 'lampiran', label: 'Lampiran', count: letter.annexes.length || undefined },
              { value: 'perjalanan', label: 'Perjalanan' },
              { value: 'audit', label: isPhone ? 'Audit' : 'Jejak audit' },
            ]}
          />
        }
      />
      <div className={css['panel']} tabIndex={0} data-fill={tab === 'isi' ? '' : undefined} {...tabPanelProps(tab)}>
        {isPhone ? <PhoneTurn letter={letter} /> : null}
        <Panel letter={letter} tab={tab} />
      </div>
    </div>
  );
}

function Panel({ letter, tab }: { letter: Letter; tab: LetterTab }) {
  if (tab === 'isi' && letter.destroyed !== null) return <DestroyedStub destroyed={letter.destroyed} />;
  if (tab === 'isi') return <LetterPages letterId={letter.id} title={letter.subject} />;
  if (tab === 'data') return <DataTab letter={letter} />;
  if (tab === 'perjalanan') return <JourneyTab letter={letter} />;
  if (tab === 'audit') return <AuditTab letter={letter} />;
  if (letter.annexes.length === 0)
    return <EmptyState icon={<IconPaperclip size={28} stroke={1.8} />} title="Surat ini tidak berlampiran" />;
  return (
    <div className={css['annexes']}>
      <AnnexList letterId={letter.id} annexes={letter.annexes} />
    </div>
  );
}
