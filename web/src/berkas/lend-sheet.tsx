import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { DayField, showToast, TextField } from '../kit/index.ts';
import { filesTouched, lendFile } from './berkas-operations.ts';
import { DeskField, type NamedDesk } from './desk-field.tsx';
import type { FileSheetProps } from './file-sheets.tsx';
import { FormSheet } from './form-sheet.tsx';

/** The paper leaves its place for a while. */
export function LendSheet({ file, onClose }: FileSheetProps) {
  const [desk, setDesk] = useState<NamedDesk | null>(null);
  const [purpose, setPurpose] = useState('');
  const [dueDate, setDueDate] = useState('');
  const command = useCommand(lendFile, {
    refresh: filesTouched,
    onDone: (loan) => {
      showToast(`Dipinjamkan kepada ${loan.borrowerTitle}`);
      onClose();
    },
  });
  const press = () => {
    if (desk === null) return;
    command.press({
      params: { fileId: file.id },
      body: { borrowerPositionId: desk.positionId, purpose, ...(dueDate === '' ? {} : { dueDate }) },
    });
  };
  return (
    <FormSheet
      title="Pinjamkan berkas"
      note="Yang dipinjamkan adalah naskah kertasnya. Peminjam diingatkan bila melewati tanggal kembali."
      button="Pinjamkan"
      isReady={desk !== null && purpose.trim().length >= 3}
      pending={command.pending}
      problem={command.problem}
      onPress={press}
      onClose={onClose}
    >
      <DeskField
        label="Peminjam"
        hint={desk === null ? 'Jabatan yang meminjam.' : `Terpilih: ${desk.title}`}
        chosen={desk === null ? [] : [desk]}
        onChoose={setDesk}
      />
      <TextField
        label="Keperluan"
        value={purpose}
        error={command.problem?.field('purpose')}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <DayField
        label="Tanggal kembali"
        hint="Kosong berarti lima hari kerja."
        value={dueDate}
        error={command.problem?.field('dueDate')}
        onChange={setDueDate}
      />
    </FormSheet>
  );
}
