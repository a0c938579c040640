import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBell,
  IconCalendar,
  IconCheck,
  IconDots,
  IconLock,
  IconLockOpen,
  IconPlayerPause,
  IconPlayerPlay,
  IconReport,
  IconSitemap,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { DispositionItem, DispositionTree } from '../../../server/dispositions/contract.ts';
import type { ItemAction } from '../../../server/dispositions/states.ts';
import { useCommand } from '../api/index.ts';
import { Button, Menu, MenuItem, showToast } from '../kit/index.ts';
import { useReply } from '../incoming/use-reply.ts';
import { CloseSheet } from './close-sheet.tsx';
import { remindDisposition, resumeDisposition } from './disposition-operations.ts';
import { DueSheet } from './due-sheet.tsx';
import css from './item-panel.module.css';
import { PassOnSheet } from './pass-on-sheet.tsx';
import { ReasonSheet, type ReasonAction } from './reason-sheet.tsx';
import { ReportSheet } from './report-sheet.tsx';

type Opened = ReasonAction | 'report' | 'close' | 'set_due' | 'dispose';

interface Offer {
  action: ItemAction;
  label: string;
  icon: Icon;
}

/** In the menu, in this order; the main one of the recipient stands outside. */
const offers: readonly Offer[] = [
  { action: 'close', label: 'Tutup', icon: IconLock },
  { action: 'reopen', label: 'Buka lagi', icon: IconLockOpen },
  { action: 'set_due', label: 'Ubah tenggat', icon: IconCalendar },
  { action: 'pause', label: 'Jeda', icon: IconPlayerPause },
  { action: 'resume', label: 'Lanjutkan', icon: IconPlayerPlay },
  { action: 'return', label: 'Kembalikan', icon: IconArrowBackUp },
  { action: 'recall', label: 'Tarik kembali', icon: IconArrowForwardUp },
];

/** A clock that stands can only go on, and one that runs only stop. */
function isOffered({ action }: Offer, item: DispositionItem): boolean {
  if (action === 'pause' && item.pausedSince !== null) return false;
  if (action === 'resume' && item.pausedSince === null) return false;
  return item.actions.includes(action);
}

const refreshed = ['disposition-items', 'incoming', 'counts', 'home'];

function useQuickActions(item: DispositionItem) {
  const onProblem = (problem: { title: string }) => showToast(problem.title, { tone: 'problem' });
  const remind = useCommand(remindDisposition, {
    refresh: refreshed,
    onDone: () => showToast(`${item.recipient.title} sudah diingatkan`),
    onProblem,
  });
  const resume = useCommand(resumeDisposition, {
    refresh: refreshed,
    onDone: () => showToast('Tenggat berjalan lagi'),
    onProblem,
  });
  const params = { itemId: item.id };
  return {
    remind: () => remind.press({ params }),
    isReminding: remind.pending,
    resume: () => resume.press({ params, body: { version: item.version } }),
  };
}

interface ItemActionsProps {
  item: DispositionItem;
  tree: DispositionTree;
}

function Sheets({ item, tree, opened, close }: ItemActionsProps & { opened: Opened | undefined; close: () => void }) {
  const isReason = opened === 'return' || opened === 'recall' || opened === 'pause' || opened === 'reopen';
  return (
    <>
      <ReportSheet item={item} open={opened === 'report'} onClose={close} />
      <CloseSheet item={item} open={opened === 'close'} onClose={close} />
      <DueSheet item={item} open={opened === 'set_due'} onClose={close} />
      <PassOnSheet item={item} subject={tree.letter.subject} open={opened === 'dispose'} onClose={close} />
      <ReasonSheet item={item} action={isReason ? opened : undefined} onClose={close} />
    </>
  );
}

/** What this desk may do with one recipient's disposition now. */
export function ItemActions({ item, tree }: ItemActionsProps) {
  const [opened, setOpened] = useState<Opened>();
  const quick = useQuickActions(item);
  const reply = useReply(item.incomingId);
  const has = (action: ItemAction) => item.actions.includes(action);
  const shown = offers.filter((offer) => isOffered(offer, item));
  const canReply = item.isRecipient && has('report');
  if (!has('report') && !has('dispose') && !has('remind') && shown.length === 0) return null;

  const pick = (action: ItemAction) => {
    if (action === 'resume') quick.resume();
    else setOpened(action as Opened);
  };
  return (
    <div className={css['actions']} role="group" aria-label="Tindakan disposisi">
      {has('report') ? (
        <Button
          variant="primary"
          icon={<IconReport size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => setOpened('report')}
        >
          Lapor
        </Button>
      ) : null}
      {has('dispose') ? (
        <Button
          variant="outline"
          icon={<IconSitemap size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => setOpened('dispose')}
        >
          Teruskan
        </Button>
      ) : null}
      {has('remind') && !item.isRecipient ? (
        <Button
          variant="outline"
          icon={<IconBell size={18} stroke={1.8} aria-hidden="true" />}
          pending={quick.isReminding}
          onClick={quick.remind}
        >
          Ingatkan
        </Button>
      ) : null}
      {shown.length === 0 && !canReply ? null : (
        <Menu
          label="Tindakan lain"
          buttonClass={css['more']}
          up
          button={
            <>
              <IconDots size={18} stroke={1.8} aria-hidden="true" />
              Lainnya
            </>
          }
        >
          {canReply ? (
            <MenuItem
              icon={<IconCheck size={18} stroke={1.8} aria-hidden="true" />}
              onPick={() => reply.begin(item.id)}
            >
              Buat surat balasan
            </MenuItem>
          ) : null}
          {shown.map(({ action, label, icon: Glyph }) => (
            <MenuItem
              key={action}
              icon={<Glyph size={18} stroke={1.8} aria-hidden="true" />}
              onPick={() => pick(action)}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Sheets item={item} tree={tree} opened={opened} close={() => setOpened(undefined)} />
    </div>
  );
}
