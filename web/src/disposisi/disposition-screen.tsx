import { IconBell, IconChevronRight, IconFileText, IconMessage, IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { DispositionItem, DispositionTree } from '../../../server/dispositions/contract.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { ActionBar, ActionRow, Button, ErrorNote, GradeBadge, Menu, Sheet, Skeleton, showToast } from '../kit/index.ts';
import { factsOf } from '../incoming/incoming-words.ts';
import { LetterProblem } from '../letters/letter-problem.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import {
  getDispositionItem,
  getDispositionTree,
  markDispositionRead,
  remindDisposition,
} from './disposition-operations.ts';
import css from './disposition-screen.module.css';
import { ItemPanel } from './item-panel.tsx';
import { RollUp } from './roll-up.tsx';
import { SheetItems } from './sheet-menu.tsx';
import { TreeView } from './tree-view.tsx';
import { lateToRemind } from './tree-shape.ts';

function useMarkItemRead(item: DispositionItem | undefined): void {
  const { press } = useCommand(markDispositionRead, { refresh: ['disposition-items', 'incoming', 'counts', 'home'] });
  const unreadId = item?.actions.includes('read') === true && item.isRecipient ? item.id : undefined;
  const marked = useRef<string>(undefined);
  useEffect(() => {
    if (unreadId === undefined || marked.current === unreadId) return;
    marked.current = unreadId;
    press({ params: { itemId: unreadId } });
  });
}

/** One reminder for each late recipient; those reminded within the hour are left alone and told apart. */
function useRemindLate(late: readonly DispositionItem[]) {
  const remind = useCommand(remindDisposition, { refresh: ['disposition-items', 'incoming'] });
  const run = async () => {
    let reached = 0;
    for (const item of late) {
      try {
        await remind.pressAsync({ params: { itemId: item.id } });
        reached += 1;
      } catch {
        continue;
      }
    }
    if (reached === 0)
      showToast('Belum ada yang diingatkan: pengingat hanya dapat dikirim sekali dalam satu jam.', { tone: 'problem' });
    else
      showToast(
        reached === late.length ? `${reached} penerima diingatkan` : `${reached} dari ${late.length} diingatkan`,
      );
  };
  return { pending: remind.pending, run: () => void run() };
}

function Replies({ tree }: { tree: DispositionTree }) {
  return tree.replies.map((reply) => (
    <div key={reply.letterId} className={css['reply']}>
      <IconFileText size={20} stroke={1.8} aria-hidden="true" />
      <span className={css['replyText']}>
        <strong>Balasan</strong> · {reply.number ?? 'konsep'} · {reply.subject === '' ? 'tanpa hal' : reply.subject}
      </span>
      <Link to="/surat/$id" params={{ id: reply.letterId }}>
        Buka surat
      </Link>
    </div>
  ));
}

function SheetMenu({ incomingId }: { incomingId: string }) {
  return (
    <Menu
      label="Lembar disposisi"
      buttonClass={css['menuButton']}
      button={
        <>
          <IconPrinter size={18} stroke={1.8} aria-hidden="true" />
          Lembar disposisi
        </>
      }
    >
      <SheetItems incomingId={incomingId} />
    </Menu>
  );
}

interface TreeScreenProps {
  tree: DispositionTree;
  itemId: string;
}

function RemindLateButton({ tree }: { tree: DispositionTree }) {
  const late = lateToRemind(tree.items);
  const remind = useRemindLate(late);
  if (late.length === 0) return null;
  return (
    <Button
      variant="primary"
      icon={<IconBell size={18} stroke={1.8} aria-hidden="true" />}
      pending={remind.pending}
      onClick={remind.run}
    >
      Ingatkan yang terlambat
    </Button>
  );
}

function TreeScreen({ tree, itemId }: TreeScreenProps) {
  const isPhone = useMedia(phoneQuery);
  const navigate = useNavigate();
  const [isPanelOpen, setPanelOpen] = useState(false);
  const selected = tree.items.find((item) => item.id === itemId);
  const select = (id: string) => {
    if (id !== itemId) void navigate({ to: '/disposisi/$itemId', params: { itemId: id }, replace: true });
    setPanelOpen(true);
  };
  const { letter } = tree;
  const agenda = letter.agendaNumber === null ? '' : ` · agenda ${letter.agendaNumber}`;
  const panel = <ItemPanel itemId={itemId} tree={tree} />;
  return (
    <div className={css['screen']}>
      <PageTitle
        title={letter.subject}
        backTo={selected?.isGiver === true ? '/disposisi/dipantau' : '/disposisi'}
        backInHistory
        context={`Disposisi${agenda}`}
        badges={<GradeBadge grade={letter.handlingGrade} security={letter.securityClass} />}
        meta={`${factsOf(letter)}${agenda}`}
        phoneActions={
          <span className="only-phone">
            <SheetMenu incomingId={tree.incomingId} />
          </span>
        }
      />
      <div className={css['top']}>
        <RollUp tree={tree} />
        <div className={css['topActions']}>
          <SheetMenu incomingId={tree.incomingId} />
          <RemindLateButton tree={tree} />
        </div>
      </div>
      <div className={css['columns']}>
        <div className={css['tree']}>
          <TreeView tree={tree} selectedId={itemId} onSelect={select} />
          <Replies tree={tree} />
          <Link to="/masuk/$id" params={{ id: tree.incomingId }} className={css['letterLink']}>
            Buka surat masuk
            <IconChevronRight size={18} stroke={2} aria-hidden="true" />
          </Link>
        </div>
        {isPhone ? null : <aside className={css['panel']}>{panel}</aside>}
      </div>
      {isPhone && selected !== undefined ? (
        <>
          <Sheet open={isPanelOpen} onClose={() => setPanelOpen(false)} title={selected.recipient.shortTitle}>
            {panel}
          </Sheet>
          <ActionBar>
            <ActionRow>
              <Button
                variant={lateToRemind(tree.items).length > 0 ? 'outline' : 'primary'}
                icon={<IconMessage size={18} stroke={1.8} aria-hidden="true" />}
                onClick={() => setPanelOpen(true)}
              >
                {selected.isRecipient ? 'Tindak lanjuti' : 'Laporan'}
                {selected.messageCount === 0 ? '' : ` · ${selected.messageCount}`}
              </Button>
              <RemindLateButton tree={tree} />
            </ActionRow>
          </ActionBar>
        </>
      ) : null}
    </div>
  );
}

/** The chain of one letter around one recipient of a disposition. */
export function DispositionScreen() {
  const { itemId = '' } = useParams({ strict: false });
  const item = useOperation(getDispositionItem, { params: { itemId } }, { keepPrevious: true });
  useMarkItemRead(item.data?.item.id === itemId ? item.data.item : undefined);
  const incomingId = item.data?.item.incomingId;
  const tree = useOperation(
    getDispositionTree,
    { params: { incomingId: incomingId ?? '' } },
    { enabled: incomingId !== undefined },
  );
  if (item.error !== null && item.data === undefined)
    return <LetterProblem problem={item.error} backTo="/disposisi" backLabel="Disposisi" onRetry={item.refetch} />;
  if (tree.error !== null && tree.data === undefined)
    return <ErrorNote problem={tree.error} onRetry={() => void tree.refetch()} />;
  if (tree.data === undefined) return <Skeleton rows={4} height={96} />;
  return <TreeScreen tree={tree.data} itemId={itemId} />;
}
