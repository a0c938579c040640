import { IconArrowForwardUp, IconBan, IconDotsVertical, IconEdit, IconReceipt } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { getIncomingPageEndpoint, Incoming } from '../../../server/incoming/contract.ts';
import type { getReceiptEndpoint } from '../../../server/registration/contract.ts';
import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk, type Appointment } from '../accounts/session.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import {
  ActionBar,
  ActionRow,
  Badge,
  Button,
  EmptyState,
  GradeBadge,
  Menu,
  MenuItem,
  PageImages,
  PrintButton,
  Skeleton,
} from '../kit/index.ts';
import { LetterProblem } from '../letters/letter-problem.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { getIncoming } from './agenda-operations.ts';
import { statusLooks } from './agenda-words.ts';
import { CancelSheet } from './cancel-sheet.tsx';
import { Corrections } from './corrections.tsx';
import { DirectSheet } from './direct-sheet.tsx';
import { RegistryFacts } from './registry-facts.tsx';
import css from './registry.module.css';

type SheetName = 'direct' | 'cancel';

function Badges({ incoming }: { incoming: Incoming }) {
  const look = statusLooks[incoming.status];
  return (
    <>
      <Badge tone={look.tone}>{look.label}</Badge>
      <GradeBadge grade={incoming.handlingGrade} security={incoming.securityClass} />
    </>
  );
}

function metaOf(incoming: Incoming): string {
  const agenda = incoming.agendaNumber === null ? [] : [`Agenda ${formatCount(incoming.agendaNumber)}`];
  const register =
    incoming.registerName === null ? [] : [`${incoming.registerName} ${incoming.agendaYear ?? ''}`.trim()];
  return [...agenda, ...register, `diterima ${formatDateTime(incoming.receivedAt)}`].join(' · ');
}

function receiptAddress(incomingId: string): string {
  return fileAddress<typeof getReceiptEndpoint>('/incoming/:incomingId/receipt', { params: { incomingId } });
}

interface ActionsProps {
  incoming: Incoming;
  onSheet: (sheet: SheetName) => void;
}

function MoreMenu({ incoming, onCancel }: { incoming: Incoming; onCancel: () => void }) {
  const navigate = useNavigate();
  const can = (action: Incoming['actions'][number]) => incoming.actions.includes(action);
  return (
    <Menu
      label="Tindakan lain"
      buttonLabel="Tindakan lain"
      align="start"
      buttonClass={css['more']}
      button={<IconDotsVertical size={20} stroke={1.8} aria-hidden="true" />}
    >
      {can('correct') ? (
        <MenuItem
          icon={<IconEdit size={18} stroke={1.8} />}
          note="Yang lama tetap tercatat dengan alasannya"
          onPick={() => void navigate({ to: '/agenda/masuk/$id/koreksi', params: { id: incoming.id } })}
        >
          Koreksi data
        </MenuItem>
      ) : null}
      {can('cancel') ? (
        <MenuItem
          icon={<IconBan size={18} stroke={1.8} />}
          note="Nomor agendanya tetap ada sebagai nomor batal"
          onPick={onCancel}
        >
          Batalkan registrasi
        </MenuItem>
      ) : null}
    </Menu>
  );
}

function rightsOver({ actions, trackingCode, status }: Incoming, desk: Appointment | undefined) {
  return {
    hasReceipt: trackingCode !== null && status !== 'cancelled' && mayDo(desk, 'receive'),
    mayDirect: actions.includes('direct') && mayDo(desk, 'direct'),
    hasMore: actions.includes('correct') || actions.includes('cancel'),
  };
}

/** What this desk may do now; the main one last. */
function Actions({ incoming, onSheet }: ActionsProps) {
  const { hasReceipt, mayDirect, hasMore } = rightsOver(incoming, useCurrentDesk());
  if (!hasMore && !hasReceipt && !mayDirect) return null;
  return (
    <ActionRow>
      {hasMore ? <MoreMenu incoming={incoming} onCancel={() => onSheet('cancel')} /> : null}
      {hasReceipt ? (
        <PrintButton
          address={receiptAddress(incoming.id)}
          icon={<IconReceipt size={18} stroke={1.8} aria-hidden="true" />}
        >
          Bukti penerimaan
        </PrintButton>
      ) : null}
      {mayDirect ? (
        <Button
          variant="primary"
          icon={<IconArrowForwardUp size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => onSheet('direct')}
        >
          Arahkan
        </Button>
      ) : null}
    </ActionRow>
  );
}

function Pages({ incoming }: { incoming: Incoming }) {
  if (incoming.pages.length === 0)
    return (
      <EmptyState title={incoming.media === 'paper' ? 'Tidak ada pindaian' : 'Tidak ada halaman untuk ditampilkan'}>
        {incoming.physicalLocation === '' ? undefined : `Naskah kertasnya ada di ${incoming.physicalLocation}.`}
      </EmptyState>
    );
  const address = (page: number, width: number) =>
    fileAddress<typeof getIncomingPageEndpoint>('/incoming/:incomingId/pages/:page', {
      params: { incomingId: incoming.id, page },
      query: { width },
    });
  return (
    <PageImages
      title={incoming.subject}
      pages={incoming.pages.map(({ page, widthPx, heightPx }) => ({
        src: address(page, 1240),
        largeSrc: address(page, 2000),
        label: String(page),
        widthPx,
        heightPx,
      }))}
    />
  );
}

function Registry({ incoming }: { incoming: Incoming }) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const close = () => setSheet(null);
  return (
    <div className={css['screen']}>
      <PageTitle
        title={incoming.subject}
        backTo="/agenda/masuk"
        backInHistory
        context="Agenda Masuk"
        badges={<Badges incoming={incoming} />}
        meta={metaOf(incoming)}
      />
      <div className={css['columns']}>
        <div className={css['pages']}>
          <Pages incoming={incoming} />
        </div>
        <div className={css['side']}>
          <div className={css['facts']}>
            <RegistryFacts incoming={incoming} />
            {incoming.isContentHidden ? null : <Corrections incomingId={incoming.id} version={incoming.version} />}
          </div>
          <div className={css['foot']}>
            <ActionBar>
              <Actions incoming={incoming} onSheet={setSheet} />
            </ActionBar>
          </div>
        </div>
      </div>
      <DirectSheet key={`arahkan ${sheet ?? ''}`} incoming={incoming} open={sheet === 'direct'} onClose={close} />
      <CancelSheet key={`batal ${sheet ?? ''}`} incoming={incoming} open={sheet === 'cancel'} onClose={close} />
    </div>
  );
}

/** A registered letter as the registry sees it: what stands in the book, and what happened to it. */
export function RegistryScreen() {
  const { id } = useParams({ from: '/meja/agenda/masuk/$id' });
  const found = useOperation(getIncoming, { params: { incomingId: id } });
  if (found.data !== undefined) return <Registry incoming={found.data} />;
  if (found.error !== null)
    return (
      <LetterProblem problem={found.error} backTo="/agenda/masuk" backLabel="Agenda Masuk" onRetry={found.refetch} />
    );
  return (
    <div className={css['waiting']}>
      <Skeleton rows={6} height={64} />
    </div>
  );
}
