import { IconArrowBackUp, IconFileSpreadsheet, IconGavel } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  Disposal,
  DisposalFile,
  exportDestroyedEndpoint,
  exportDisposalListEndpoint,
} from '../../../server/disposal/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { fileAddress, useOperation, usePages } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { DownloadButton, Badge, Card, DataList, DataRow, ErrorNote, Notice, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { ActionPanel } from './action-panel.tsx';
import { getDisposal, listDisposalFiles } from './disposal-operations.ts';
import css from './disposal-screen.module.css';
import { kindTitles, methodText, periodText, stateLooks } from './disposal-words.ts';
import { DraftFacts } from './draft-facts.tsx';
import { FileTable } from './file-table.tsx';
import { HandoverSet } from './handover-set.tsx';
import { PaperCard, PaperPreview } from './paper-card.tsx';
import { type ReasonAction, ReasonSheet } from './reason-sheet.tsx';
import { Stepper } from './stepper.tsx';

function metaOf({ unitName, totals, createdAt }: Disposal): string {
  const { firstYear, lastYear } = totals;
  const period = firstYear === null || lastYear === null ? '' : `arsip ${periodText({ firstYear, lastYear })}`;
  return [unitName, period, `dibuat ${formatDate(createdAt)}`].filter((part) => part !== '').join(' · ');
}

function HeldNotice({ disposal, file }: { disposal: Disposal; file: DisposalFile | undefined }) {
  const held = disposal.totals.held + disposal.totals.leftOut;
  const isArchivist = useCurrentDesk()?.roles.includes('archivist') === true;
  if (held === 0) return null;
  return (
    <Notice tone="segera" icon={<IconGavel size={22} stroke={1.8} aria-hidden="true" />}>
      <strong>{formatCount(held)} berkas ditahan atau dipinjam, tidak ikut dalam usulan.</strong>
      {file?.holdText == null ? '' : ` ${file.holdText}.`}
      {file === undefined || !isArchivist ? null : (
        <>
          {' '}
          <Link to="/berkas/$id" params={{ id: file.fileId }}>
            Lihat penahanan
          </Link>
        </>
      )}
    </Notice>
  );
}

function Ended({ disposal }: { disposal: Disposal }) {
  if (disposal.state === 'draft' && disposal.returnReason !== null)
    return (
      <Notice tone="menunggu" icon={<IconArrowBackUp size={20} stroke={1.8} aria-hidden="true" />}>
        <strong>Dikembalikan ke seleksi.</strong> {disposal.returnReason}
      </Notice>
    );
  if (disposal.cancelReason !== null) return <Notice tone="menunggu">Dibatalkan: {disposal.cancelReason}</Notice>;
  return null;
}

function people(disposal: Disposal, roles: readonly string[]): string {
  const names = disposal.parties.filter(({ role }) => roles.includes(role)).map(({ title }) => title);
  return names.length === 0 ? 'Belum dipilih' : names.join(' dan ');
}

/** What the minutes will say, filled from the proposal; beside it the newest paper as it stands. */
function MinutesCard({ disposal }: { disposal: Disposal }) {
  const paper = disposal.papers.at(-1);
  const isDone = paper?.kind.endsWith('_minutes') === true;
  return (
    <section className={css['minutes']}>
      <div className={css['minutesFacts']}>
        <header>
          <h2>{isDone ? 'Berita acara' : 'Pratinjau berita acara'}</h2>
          <Badge tone="konsep">{isDone ? `Nomor ${paper.number}` : 'Konsep'}</Badge>
        </header>
        {isDone ? null : (
          <p className={css['quiet']}>Diisi dari usulan ini. Nomor dan tanggal diambil saat pelaksanaan.</p>
        )}
        <DataList>
          {disposal.kind === 'destruction' ? (
            <>
              <DataRow label="Pelaksana">{people(disposal, ['executor'])}</DataRow>
              <DataRow label="Saksi">{people(disposal, ['witness_legal', 'witness_inspectorate'])}</DataRow>
              <DataRow label="Cara">
                {methodText(disposal)}; objek digital dihapus, metadata dan <em>hash</em> disimpan
              </DataRow>
            </>
          ) : (
            <>
              <DataRow label="Menyerahkan">
                {people(disposal, [disposal.kind === 'transfer' ? 'processing_head' : 'creator_head'])}
              </DataRow>
              <DataRow label="Menerima">
                {people(disposal, [disposal.kind === 'transfer' ? 'records_head' : 'receiver'])}
              </DataRow>
            </>
          )}
          <DataRow label="Tempat">{disposal.location === '' ? 'Belum diisi' : disposal.location}</DataRow>
        </DataList>
      </div>
      {paper === undefined ? null : <PaperPreview paper={paper} />}
    </section>
  );
}

function Downloads({ disposal }: { disposal: Disposal }) {
  const params = { disposalId: disposal.id };
  return (
    <div className={css['downloads']}>
      <DownloadButton
        variant="plain"
        href={fileAddress<typeof exportDisposalListEndpoint>('/disposals/:disposalId/list.csv', { params })}
        icon={<IconFileSpreadsheet size={18} stroke={1.8} aria-hidden="true" />}
      >
        Daftar (CSV)
      </DownloadButton>
      {disposal.kind === 'destruction' && disposal.totals.done > 0 ? (
        <DownloadButton
          variant="plain"
          href={fileAddress<typeof exportDestroyedEndpoint>('/disposals/:disposalId/destroyed.csv', { params })}
        >
          Daftar hash
        </DownloadButton>
      ) : null}
    </div>
  );
}

function useChoice() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (fileId: string) => {
    const next = new Set(chosen);
    if (!next.delete(fileId)) next.add(fileId);
    setChosen(next);
  };
  return { chosen, toggle, clear: () => setChosen(new Set()) };
}

function Body({ disposal }: { disposal: Disposal }) {
  const list = usePages(listDisposalFiles, { params: { disposalId: disposal.id }, query: { limit: 50 } });
  const files = list.pages.flatMap((page) => page.files);
  const choice = useChoice();
  const [reason, setReason] = useState<ReasonAction>();
  const mayPick = disposal.actions.includes('exclude') || disposal.actions.includes('edit');
  const { totals } = disposal;
  const all = totals.files + totals.held + totals.excluded + totals.leftOut;
  const held = files.find(({ isHeld, status }) => isHeld && (status === 'included' || status === 'left_out'));
  return (
    <div className={css['columns']}>
      <div className={css['main']}>
        <Ended disposal={disposal} />
        <HeldNotice disposal={disposal} file={held} />
        {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
        {list.isLoading ? <Skeleton rows={6} height={40} /> : null}
        {files.length === 0 ? null : (
          <FileTable
            files={files}
            totals={totals}
            choice={mayPick ? choice : undefined}
            hasMore={all - files.length}
            onMore={list.loadMore}
          />
        )}
        <HandoverSet disposal={disposal} files={files} isWhole={list.loadMore === undefined} />
        {disposal.actions.includes('edit') ? (
          <DraftFacts disposal={disposal} chosen={choice.chosen} onRemoved={choice.clear} />
        ) : null}
        <PaperCard papers={disposal.papers} />
        <MinutesCard disposal={disposal} />
      </div>
      <ActionPanel disposal={disposal} chosenCount={choice.chosen.size} onReason={setReason} />
      <ReasonSheet
        disposal={disposal}
        action={reason}
        fileIds={[...choice.chosen]}
        onClose={() => setReason(undefined)}
        onDone={choice.clear}
      />
    </div>
  );
}

/** One proposal from selection to minutes: list, people, papers, and what this desk may do. */
export function DisposalScreen() {
  const { id } = useParams({ from: '/meja/penyusutan/$id' });
  const found = useOperation(getDisposal, { params: { disposalId: id } });
  const disposal = found.data;
  if (disposal === undefined)
    return (
      <>
        <PageTitle title="Penyusutan" backTo="/penyusutan" />
        <Card>
          {found.error === null ? (
            <Skeleton rows={6} height={48} />
          ) : (
            <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
          )}
        </Card>
      </>
    );
  const look = stateLooks[disposal.state];
  return (
    <div className={css['page']}>
      <PageTitle
        title={`${kindTitles[disposal.kind]} ${disposal.label}`}
        badges={<Badge tone={look.tone}>{look.label}</Badge>}
        meta={metaOf(disposal)}
        backTo="/penyusutan"
        actions={<Downloads disposal={disposal} />}
      />
      <Stepper disposal={disposal} />
      <Body disposal={disposal} />
    </div>
  );
}
