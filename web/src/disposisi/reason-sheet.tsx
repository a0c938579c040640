import { useState } from 'react';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { pauseDisposition, recallDisposition, reopenDisposition, returnDisposition } from './disposition-operations.ts';
import css from './item-panel.module.css';

export type ReasonAction = 'return' | 'recall' | 'pause' | 'reopen';

const words: Record<ReasonAction, { title: string; note: string; button: string; done: string }> = {
  return: {
    title: 'Kembalikan disposisi',
    note: 'Disposisi kembali kepada pemberinya bersama alasan Anda.',
    button: 'Kembalikan',
    done: 'Disposisi dikembalikan',
  },
  recall: {
    title: 'Tarik kembali disposisi',
    note: 'Disposisi ini dan semua di bawahnya ditarik. Jejaknya tetap ada dan penerima diberi tahu.',
    button: 'Tarik kembali',
    done: 'Disposisi ditarik kembali',
  },
  pause: {
    title: 'Jeda disposisi',
    note: 'Tenggat berhenti sampai Anda melanjutkan, lalu mundur sebanyak hari kerja yang dijeda.',
    button: 'Jeda',
    done: 'Disposisi dijeda',
  },
  reopen: {
    title: 'Buka lagi disposisi',
    note: 'Penerima mengerjakannya lagi. Laporan sebelumnya tetap ada.',
    button: 'Buka lagi',
    done: 'Disposisi dibuka lagi',
  },
};

const refresh = ['disposition-items', 'incoming', 'counts', 'home'];

interface ReasonSheetProps {
  item: DispositionItem;
  action: ReasonAction | undefined;
  onClose: () => void;
}

/** Actions that the other side must be told the reason of. */
export function ReasonSheet({ item, action, onClose }: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const options = {
    refresh,
    onDone: () => {
      if (action !== undefined) showToast(words[action].done);
      setReason('');
      onClose();
    },
  };
  const commands = {
    return: useCommand(returnDisposition, options),
    recall: useCommand(recallDisposition, options),
    pause: useCommand(pauseDisposition, options),
    reopen: useCommand(reopenDisposition, options),
  };
  const command = commands[action ?? 'return'];
  const said = words[action ?? 'return'];
  const press = () =>
    command.press({ params: { itemId: item.id }, body: { version: item.version, reason: reason.trim() } });
  return (
    <Sheet
      open={action !== undefined}
      onClose={onClose}
      title={said.title}
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={command.pending} disabled={reason.trim().length < 3} onClick={press}>
            {said.button}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <p className="meta">{said.note}</p>
        <TextArea
          label="Alasan"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </div>
    </Sheet>
  );
}
