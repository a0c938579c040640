import { useState } from 'react';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { useCommand } from '../api/index.ts';
import { agencyToday } from '../format/dates.ts';
import { Button, ErrorNote, Sheet, showToast, TextField } from '../kit/index.ts';
import { setDispositionDue } from './disposition-operations.ts';
import css from './item-panel.module.css';

interface DueSheetProps {
  item: DispositionItem;
  open: boolean;
  onClose: () => void;
}

export function DueSheet({ item, open, onClose }: DueSheetProps) {
  const [date, setDate] = useState(item.dueDate ?? '');
  const command = useCommand(setDispositionDue, {
    refresh: ['disposition-items', 'incoming', 'counts', 'home'],
    onDone: () => {
      showToast('Tenggat diubah, penerima diberi tahu');
      onClose();
    },
  });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Ubah tenggat"
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            variant="primary"
            pending={command.pending}
            onClick={() =>
              command.press({
                params: { itemId: item.id },
                body: { version: item.version, dueDate: date === '' ? null : date },
              })
            }
          >
            {date === '' ? 'Hapus tenggat' : 'Simpan tenggat'}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <TextField
          label="Tenggat"
          type="date"
          min={agencyToday()}
          value={date}
          hint="Sampai akhir jam kerja hari itu. Kosongkan bila tanpa tenggat."
          onChange={(event) => setDate(event.target.value)}
        />
        {command.problem === null ? null : <ErrorNote problem={command.problem} />}
      </div>
    </Sheet>
  );
}
