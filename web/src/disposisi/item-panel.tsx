import { useState } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type {
  DispositionItem,
  DispositionTree,
  getDispositionItemEndpoint,
} from '../../../server/dispositions/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { Avatar, DataList, DataRow, ErrorNote, Skeleton, tabPanelProps, Tabs } from '../kit/index.ts';
import { Conversation, MessageForm } from './conversation.tsx';
import { getDispositionItem } from './disposition-operations.ts';
import { dueMoment } from './due-words.ts';
import { FileLinks } from './file-links.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemHistory } from './item-history.tsx';
import css from './item-panel.module.css';
import { Instruction, ItemBadge } from './item-words.tsx';
import { LetterPart } from './letter-part.tsx';

type Tab = 'laporan' | 'percakapan' | 'naskah' | 'riwayat';
type Shown = OutputOf<typeof getDispositionItemEndpoint>;

function Reports({ shown }: { shown: Shown }) {
  const { item, reports } = shown;
  if (reports.length === 0)
    return <p className={css['none']}>{item.closedAt === null ? 'Belum ada laporan.' : 'Ditutup tanpa laporan.'}</p>;
  return reports.map((report) => (
    <article key={report.id} className={css['report']}>
      <header className={css['reportHead']}>
        <Avatar name={report.authorName} size={32} />
        <span className={css['reportWho']}>
          <span className={css['reportName']}>{report.authorTitle}</span>
          <span className="meta">{formatDateTime(report.reportedAt)}</span>
        </span>
        {report.isFinal ? <ItemBadge facts={{ ...item, status: 'done', isLate: false, isPaused: false }} /> : null}
      </header>
      <p className={css['reportText']}>{report.text}</p>
      <FileLinks files={report.files} />
    </article>
  ));
}

function Order({ item }: { item: DispositionItem }) {
  const due = item.dueAt === null ? dueMoment(item) : formatDateTime(item.dueAt);
  return (
    <section className={css['order']} aria-label="Isi disposisi">
      <p className={css['orderText']}>
        <Instruction item={item} />
      </p>
      <DataList>
        <DataRow label="Dari" note={item.giverName}>
          {item.giverTitle}
        </DataRow>
        <DataRow label="Tenggat">{due ?? 'Tanpa tenggat'}</DataRow>
        {item.pausedSince === null ? null : (
          <DataRow label="Dijeda" note={item.pauseReason}>
            sejak {formatDateTime(item.pausedSince)}
          </DataRow>
        )}
        {item.closedReason === null ? null : (
          <DataRow label={item.isForced ? 'Ditutup paksa' : 'Alasan'}>{item.closedReason}</DataRow>
        )}
      </DataList>
      <FileLinks files={item.files} />
    </section>
  );
}

function TabBody({ tab, shown, tree }: { tab: Tab; shown: Shown; tree: DispositionTree }) {
  if (tab === 'naskah') return <LetterPart incomingId={tree.incomingId} />;
  if (tab === 'riwayat') return <ItemHistory item={shown.item} reports={shown.reports} />;
  if (tab === 'percakapan') return <Conversation messages={shown.messages} />;
  return (
    <>
      <Order item={shown.item} />
      <Reports shown={shown} />
      {shown.messages.length === 0 ? null : (
        <section className={css['talk']} aria-label="Percakapan">
          <h3 className={css['talkTitle']}>Percakapan dengan {shown.item.recipient.shortTitle}</h3>
          <Conversation messages={shown.messages} />
        </section>
      )}
    </>
  );
}

/** One recipient beside the tree: what was asked, what was done, what was said. */
export function ItemPanel({ itemId, tree }: { itemId: string; tree: DispositionTree }) {
  const [tab, setTab] = useState<Tab>('laporan');
  const found = useOperation(getDispositionItem, { params: { itemId } });
  const shown = found.data;
  if (shown === undefined)
    return (
      <div className={css['body']}>
        {found.error === null ? (
          <Skeleton rows={3} height={72} />
        ) : (
          <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
        )}
      </div>
    );
  const canTalk = shown.item.actions.includes('message');
  return (
    <>
      <div className={css['tabs']}>
        <Tabs
          label="Rincian disposisi"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'laporan', label: 'Laporan' },
            {
              value: 'percakapan',
              label: 'Percakapan',
              count: shown.messages.length === 0 ? undefined : shown.messages.length,
            },
            { value: 'naskah', label: 'Surat' },
            { value: 'riwayat', label: 'Riwayat' },
          ]}
        />
      </div>
      <div className={css['body']} {...tabPanelProps(tab)}>
        <div className={css['who']}>
          <Avatar name={shown.item.recipient.holderName ?? shown.item.recipient.title} size={32} />
          <span className={css['reportWho']}>
            <span className={css['reportName']}>{shown.item.recipient.title}</span>
            <span className="meta">{shown.item.recipient.holderName ?? 'Jabatan kosong'}</span>
          </span>
          <ItemBadge facts={{ ...shown.item, isPaused: shown.item.pausedSince !== null }} short />
        </div>
        <TabBody tab={tab} shown={shown} tree={tree} />
      </div>
      <ItemActions key={itemId} item={shown.item} tree={tree} />
      {canTalk && tab !== 'naskah' && tab !== 'riwayat' ? <MessageForm itemId={itemId} /> : null}
    </>
  );
}
