import { useState, type SyntheticEvent } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { returnLetter } from '../letters/letter-operations.ts';

interface ReturnSheetProps {
  letter: Letter;
  open: boolean;
  onClose: () => void;
  onReturned: () => void;
}

/** The reason goes to the drafter and stays in the journey of the letter. */
export function ReturnSheet({ letter, open, onClose, onReturned }: ReturnSheetProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand(returnLetter, {
    onDone: () => {
      showToast(`Surat dikembalikan kepada ${letter.drafter.name}`);
      setReason('');
      onReturned();
    },
  });
  const missing =
    asked && reason.trim() === '' ? 'Tulis alasan agar konseptor tahu apa yang harus diperbaiki.' : undefined;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    command.press({ params: { letterId: letter.id }, body: { version: letter.version, reason: reason.trim() } });
  };

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Kembalikan surat"
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
      <form id="kembalikan" onSubmit={submit} noValidate>
        <TextArea
          label="Alasan"
          data-autofocus=""
          rows={5}
          maxLength={2000}
          hint={`Dibaca ${letter.drafter.name} dan tercatat dalam perjalanan surat. Setelah diperbaiki, surat kembali langsung kepada Anda.`}
          error={missing ?? command.problem?.field('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </form>
    </Sheet>
  );
}
