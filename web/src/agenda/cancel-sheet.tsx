import { useState, type SyntheticEvent } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useCommand } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { cancelIncoming } from './agenda-operations.ts';

interface CancelSheetProps {
  incoming: Incoming;
  open: boolean;
  onClose: () => void;
}

export function CancelSheet({ incoming, open, onClose }: CancelSheetProps) {
  const [reason, setReason] = useState('');
  const command = useCommand(cancelIncoming, {
    onDone: () => {
      showToast('Registrasi dibatalkan');
      onClose();
    },
  });
  const number = incoming.agendaNumber === null ? '' : formatCount(incoming.agendaNumber);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    command.press({ params: { incomingId: incoming.id }, body: { version: incoming.version, reason } });
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Batalkan registrasi"
      hasOwnFocus
      footer={
        <>
          <Button onClick={onClose}>Jangan batalkan</Button>
          <Button
            variant="primary"
            type="submit"
            form="batalkan"
            pending={command.pending}
            disabled={reason.trim().length < 3}
          >
            Batalkan registrasi
          </Button>
        </>
      }
    >
      <form id="batalkan" onSubmit={submit} noValidate>
        <TextArea
          label="Alasan"
          data-autofocus=""
          placeholder="Misalnya: salah buku, dicatat ulang sebagai 4.114"
          hint={`Nomor agenda ${number} tidak dipakai lagi; ia tetap tampak di buku sebagai nomor batal dengan alasan ini.`}
          value={reason}
          error={command.problem?.field('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </form>
    </Sheet>
  );
}
