import { useState, type SyntheticEvent } from 'react';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { discardIntake } from './intake-operations.ts';
import type { QueueItem } from './queue-row.tsx';

/** Off the queue with a reason; the files stay kept. */
export function DiscardSheet({ item, onClose }: { item: QueueItem | null; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand(discardIntake, {
    onDone: () => {
      showToast('Berkas dikeluarkan dari antrean');
      onClose();
    },
    refresh: ['intake', 'counts'],
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (item !== null) command.press({ params: { intakeId: item.id }, body: { reason } });
  };
  return (
    <Sheet
      open={item !== null}
      onClose={onClose}
      title="Keluarkan dari antrean"
      hasOwnFocus
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            variant="primary"
            type="submit"
            form="keluarkan"
            pending={command.pending}
            disabled={reason.trim().length < 3}
          >
            Keluarkan
          </Button>
        </>
      }
    >
      <form id="keluarkan" onSubmit={submit} noValidate>
        <TextArea
          label="Alasan"
          data-autofocus=""
          placeholder="Misalnya: bukan surat, atau sudah terdaftar"
          hint="Berkas tidak dihapus; alasan ini tercatat."
          value={reason}
          error={command.problem?.field('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </form>
    </Sheet>
  );
}
