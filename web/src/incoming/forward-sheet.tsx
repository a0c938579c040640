import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea, TokenChip } from '../kit/index.ts';
import { DeskSearch, type DeskChoice } from '../disposisi/desk-search.tsx';
import css from './inbox.module.css';
import { forwardIncoming } from './incoming-operations.ts';

interface ForwardSheetProps {
  incomingId: string;
  open: boolean;
  onClose: () => void;
}

/** Passing the letter on without instruction, also to a superior or an equal. */
export function ForwardSheet({ incomingId, open, onClose }: ForwardSheetProps) {
  const [desks, setDesks] = useState<readonly DeskChoice[]>([]);
  const [note, setNote] = useState('');
  const forward = useCommand(forwardIncoming, {
    refresh: ['incoming', 'counts', 'home'],
    onDone: () => {
      showToast(`Surat diteruskan kepada ${desks.map((desk) => desk.title).join(', ')}`);
      setDesks([]);
      setNote('');
      onClose();
    },
  });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Teruskan surat"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            variant="primary"
            disabled={desks.length === 0}
            pending={forward.pending}
            onClick={() =>
              forward.press({
                params: { incomingId },
                body: { to: desks.map((desk) => desk.positionId), note: note.trim() },
              })
            }
          >
            Teruskan surat
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <p className="meta">
          Meneruskan tidak membawa instruksi dan tenggat. Untuk menugaskan bawahan, pakai Disposisi.
        </p>
        {desks.length === 0 ? null : (
          <div className={css['tokens']}>
            {desks.map((desk) => (
              <TokenChip
                key={desk.positionId}
                removeLabel={`Hapus ${desk.title}`}
                onRemove={() => setDesks(desks.filter((one) => one.positionId !== desk.positionId))}
              >
                {desk.title}
              </TokenChip>
            ))}
          </div>
        )}
        <DeskSearch
          label="Kepada"
          chosen={desks.map((desk) => desk.positionId)}
          onChoose={(desk) => setDesks([...desks, desk])}
        />
        <TextArea
          label="Catatan"
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {forward.problem === null ? null : <ErrorNote problem={forward.problem} />}
      </div>
    </Sheet>
  );
}
