import { useState, type SyntheticEvent } from 'react';
import type { Comment, Letter } from '../../../server/letters/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { returnLetter } from './letter-operations.ts';
import css from './review.module.css';

interface ReturnNotesSheetProps {
  letter: Letter;
  /** Own open comments: they say what to mend, so that a reason may stay empty. */
  notes: readonly Comment[];
  open: boolean;
  onClose: () => void;
  onReturned: () => void;
}

export function ReturnNotesSheet({ letter, notes, open, onClose, onReturned }: ReturnNotesSheetProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand(returnLetter, {
    onDone: () => {
      showToast(`Surat dikembalikan kepada ${letter.drafter.name}`);
      onReturned();
    },
  });
  const isMissing = notes.length === 0 && reason.trim() === '';

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) return;
    command.press({ params: { letterId: letter.id }, body: { version: letter.version, reason: reason.trim() } });
  };

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Kembalikan kepada konseptor"
      hasOwnFocus
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" type="submit" form="kembalikan" pending={command.pending}>
            Kembalikan surat
          </Button>
        </>
      }
    >
      <form id="kembalikan" className={css['returnForm']} onSubmit={submit} noValidate>
        {notes.length === 0 ? null : (
          <div>
            <p className={css['label']}>{notes.length} catatan Anda ikut terkirim</p>
            <ol className={css['notes']}>
              {notes.map((note) => (
                <li key={note.id}>{note.text}</li>
              ))}
            </ol>
          </div>
        )}
        <TextArea
          label={notes.length === 0 ? 'Alasan' : 'Pesan tambahan (boleh kosong)'}
          data-autofocus=""
          rows={4}
          maxLength={2000}
          hint={`Dibaca ${letter.drafter.name} dan tercatat dalam perjalanan surat.`}
          error={
            asked && isMissing
              ? 'Tulis alasan agar konseptor tahu apa yang harus diperbaiki.'
              : command.problem?.field('reason')
          }
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </form>
    </Sheet>
  );
}
