import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Notice, Sheet, showToast, TextArea } from '../kit/index.ts';
import css from './inbox.module.css';
import { finishIncoming } from './incoming-operations.ts';

interface FinishSheetProps {
  incomingId: string;
  open: boolean;
  onClose: () => void;
}

/** Nothing more to do with the letter; open dispositions stand against it unless a reason is given. */
export function FinishSheet({ incomingId, open, onClose }: FinishSheetProps) {
  const [note, setNote] = useState('');
  const [forceReason, setForceReason] = useState('');
  const finish = useCommand(finishIncoming, {
    refresh: ['incoming', 'disposition-items', 'counts', 'home'],
    onDone: () => {
      showToast('Surat diselesaikan');
      onClose();
    },
  });
  const isHeldBack = finish.problem?.code === 'children_open';
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Selesaikan surat"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            variant="primary"
            pending={finish.pending}
            disabled={isHeldBack && forceReason.trim().length < 3}
            onClick={() =>
              finish.press({
                params: { incomingId },
                body: { note: note.trim(), forceReason: forceReason.trim() },
              })
            }
          >
            {isHeldBack ? 'Selesaikan paksa' : 'Selesaikan surat'}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <p className="meta">Surat pindah dari Perlu tindakan dan siap diberkaskan.</p>
        <TextArea
          label="Catatan penyelesaian"
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {isHeldBack ? (
          <>
            <Notice tone="menunggu">{finish.problem?.detail ?? finish.problem?.title}</Notice>
            <TextArea
              label="Alasan diselesaikan walau masih ada disposisi terbuka"
              rows={2}
              maxLength={500}
              value={forceReason}
              onChange={(event) => setForceReason(event.target.value)}
            />
          </>
        ) : null}
        {finish.problem === null || isHeldBack ? null : <ErrorNote problem={finish.problem} />}
      </div>
    </Sheet>
  );
}
