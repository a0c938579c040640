import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { DayField, showToast } from '../kit/index.ts';
import { closeFile, filesTouched, setTriggerDate } from './berkas-operations.ts';
import { FormSheet } from './form-sheet.tsx';

interface SheetProps {
  file: FileDetail;
  onClose: () => void;
}

/** Tutup berkas: from this day on the rule stands and its years count. */
export function CloseSheet({ file, onClose }: SheetProps) {
  const [closedOn, setClosedOn] = useState(file.today);
  const [triggerOn, setTriggerOn] = useState('');
  const close = useCommand(closeFile, {
    refresh: filesTouched,
    onDone: (closed) => {
      const until = closed.activeUntil === null ? '' : `, aktif sampai ${formatDate(closed.activeUntil)}`;
      showToast(`Berkas ditutup${until}`);
      onClose();
    },
  });
  const event = file.rule.triggerEvent;
  const waiting =
    file.proposedCount > 0 ? ` ${file.proposedCount} item yang baru diusulkan pindah ke berkas berikutnya.` : '';
  const submit = () =>
    close.press({
      params: { fileId: file.id },
      body: { version: file.version, closedOn, ...(triggerOn === '' ? {} : { triggerOn }) },
    });
  return (
    <FormSheet
      title="Tutup berkas"
      note={`Retensinya dibekukan menurut JRA yang berlaku dan mulai dihitung.${waiting}`}
      button="Tutup berkas"
      pending={close.pending}
      disabled={closedOn === ''}
      problem={close.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField
        label="Tanggal tutup"
        value={closedOn}
        error={close.problem?.field('closedOn')}
        onChange={setClosedOn}
      />
      {event === '' ? null : (
        <DayField
          label="Tanggal pemicu"
          hint={`Retensi dihitung ${event}. Kosongkan bila belum terjadi.`}
          value={triggerOn}
          error={close.problem?.field('triggerOn')}
          onChange={setTriggerOn}
        />
      )}
    </FormSheet>
  );
}

/** Isi tanggal pemicu: the event that the rule waits for has happened. */
export function TriggerSheet({ file, onClose }: SheetProps) {
  const [triggerOn, setTriggerOn] = useState(file.triggerOn ?? '');
  const set = useCommand(setTriggerDate, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Tanggal pemicu disimpan');
      onClose();
    },
  });
  return (
    <FormSheet
      title="Isi tanggal pemicu"
      note={`Retensi berkas ini dihitung ${file.rule.triggerEvent}.`}
      button="Simpan tanggal"
      pending={set.pending}
      disabled={triggerOn === ''}
      problem={set.problem}
      onSubmit={() => set.press({ params: { fileId: file.id }, body: { version: file.version, triggerOn } })}
      onClose={onClose}
    >
      <DayField
        label="Tanggal peristiwa"
        value={triggerOn}
        error={set.problem?.field('triggerOn')}
        onChange={setTriggerOn}
      />
    </FormSheet>
  );
}
