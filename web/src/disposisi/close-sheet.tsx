import { useState } from 'react';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Notice, Sheet, showToast, TextArea } from '../kit/index.ts';
import { closeDisposition } from './disposition-operations.ts';
import css from './item-panel.module.css';
import { closingBar } from './tree-shape.ts';

interface CloseSheetProps {
  item: DispositionItem;
  open: boolean;
  onClose: () => void;
}

/** Closing without a report; with open ones below only by force and with a reason. */
export function CloseSheet({ item, open, onClose }: CloseSheetProps) {
  const [forceReason, setForceReason] = useState('');
  const close = useCommand(closeDisposition, {
    refresh: ['disposition-items', 'incoming', 'counts', 'home'],
    onDone: () => {
      showToast('Disposisi ditutup');
      onClose();
    },
  });
  const bar = closingBar(item) ?? (close.problem?.code === 'children_open' ? close.problem.title : undefined);
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Tutup disposisi"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            variant="primary"
            pending={close.pending}
            disabled={bar !== undefined && forceReason.trim().length < 3}
            onClick={() =>
              close.press({
                params: { itemId: item.id },
                body: { version: item.version, forceReason: forceReason.trim() },
              })
            }
          >
            {bar === undefined ? 'Tutup disposisi' : 'Tutup paksa'}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        {bar === undefined ? (
          <p className="meta">Dipakai bila tidak perlu laporan, misalnya hanya untuk diketahui.</p>
        ) : (
          <>
            <Notice tone="menunggu">{bar}. Tulis alasan untuk menutupnya dengan paksa.</Notice>
            <TextArea
              label="Alasan"
              rows={3}
              maxLength={500}
              value={forceReason}
              onChange={(event) => setForceReason(event.target.value)}
            />
          </>
        )}
        {close.problem === null || close.problem.code === 'children_open' ? null : (
          <ErrorNote problem={close.problem} />
        )}
      </div>
    </Sheet>
  );
}
