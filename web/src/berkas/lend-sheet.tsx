import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { DeskSearch, type DeskChoice } from '../disposisi/desk-search.tsx';
import { formatDate } from '../format/dates.ts';
import { DayField, showToast, TextField } from '../kit/index.ts';
import { filesTouched, lendFile } from './berkas-operations.ts';
import { FormSheet } from './form-sheet.tsx';

/** Pinjamkan: to a desk that may read what is inside. */
export function LendSheet({ file, onClose }: { file: FileDetail; onClose: () => void }) {
  const [desk, setDesk] = useState<DeskChoice | null>(null);
  const [purpose, setPurpose] = useState('');
  const [dueDate, setDueDate] = useState('');
  const lend = useCommand(lendFile, {
    refresh: filesTouched,
    onDone: (loan) => {
      showToast(`Dipinjamkan, kembali ${formatDate(loan.dueDate)}`);
      onClose();
    },
  });
  const submit = () => {
    if (desk !== null)
      lend.press({
        params: { fileId: file.id },
        body: { borrowerPositionId: desk.positionId, purpose, ...(dueDate === '' ? {} : { dueDate }) },
      });
  };
  return (
    <FormSheet
      title="Pinjamkan berkas"
      note="Peminjam diberi tahu sekarang, dan diingatkan bila lewat tanggal kembali."
      button="Pinjamkan"
      pending={lend.pending}
      disabled={desk === null || purpose.trim().length < 3}
      problem={lend.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <DeskSearch label="Peminjam" chosen={desk === null ? [] : [desk.positionId]} onChoose={setDesk} />
      {desk === null ? null : (
        <p>
          Peminjam: <b>{desk.title}</b>
        </p>
      )}
      <TextField
        label="Keperluan"
        maxLength={500}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <DayField
        label="Tanggal kembali"
        hint="Kosongkan untuk lima hari kerja."
        value={dueDate}
        error={lend.problem?.field('dueDate')}
        onChange={setDueDate}
      />
    </FormSheet>
  );
}
