import { IconArrowBackUp, IconChecks, IconCornerUpRight, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { SheetItems } from '../disposisi/sheet-menu.tsx';
import { Menu, MenuItem } from '../kit/index.ts';
import { FinishSheet } from './finish-sheet.tsx';
import { ForwardSheet } from './forward-sheet.tsx';
import css from './inbox.module.css';
import { useReply } from './use-reply.ts';

/** Everything beside the disposition that this desk may do with the letter. */
export function IncomingActions({ incoming }: { incoming: Incoming }) {
  const desk = useCurrentDesk();
  const reply = useReply(incoming.id);
  const [open, setOpen] = useState<'forward' | 'finish'>();
  const close = () => setOpen(undefined);
  const hasSheet = incoming.status === 'in_progress' || incoming.status === 'done' || incoming.status === 'filed';
  const canReply = desk?.canAct === true && incoming.status !== 'cancelled';
  return (
    <>
      <Menu
        label="Tindakan surat"
        buttonLabel="Tindakan lain"
        button={<IconDots size={20} stroke={1.8} />}
        buttonClass={css['dots']}
      >
        {canReply ? (
          <MenuItem
            icon={<IconArrowBackUp size={18} stroke={1.8} aria-hidden="true" />}
            onPick={() => reply.begin(null)}
          >
            Balas surat ini
          </MenuItem>
        ) : null}
        {incoming.actions.includes('forward') ? (
          <MenuItem
            icon={<IconCornerUpRight size={18} stroke={1.8} aria-hidden="true" />}
            note="Tanpa instruksi, ke jabatan mana pun"
            onPick={() => setOpen('forward')}
          >
            Teruskan
          </MenuItem>
        ) : null}
        {incoming.actions.includes('finish') ? (
          <MenuItem icon={<IconChecks size={18} stroke={1.8} aria-hidden="true" />} onPick={() => setOpen('finish')}>
            Selesaikan surat
          </MenuItem>
        ) : null}
        {hasSheet ? <SheetItems incomingId={incoming.id} /> : null}
      </Menu>
      <ForwardSheet incomingId={incoming.id} open={open === 'forward'} onClose={close} />
      <FinishSheet incomingId={incoming.id} open={open === 'finish'} onClose={close} />
    </>
  );
}
