import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { DayField, showToast, TextArea } from '../kit/index.ts';
import { closeFile, filesTouched, reopenFile, setTriggerDate } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import type { FileSheetProps } from './file-sheets.tsx';
import { FormSheet } from './form-sheet.tsx';

/** Closing freezes the rule and starts its years. */
export function CloseSheet({ file, onClose }: FileSheetProps) {
  const [closedOn, setClosedOn] = useState(file.today);
  const [triggerOn, setTriggerOn] = useState('');
  const command = useCommand(closeFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast(`Berkas ${fileTitle(file)} ditutup`);
      onClose();
    },
  });
  const hasTrigger = file.rule.triggerEvent !== '';
  return (
    <FormSheet
      title="Tutup berkas"
      note="Setelah ditutup, tidak ada item yang masuk lagi. Jadwal retensi yang berlaku hari itu dikunci untuk berkas ini."
      button="Tutup berkas"
      isReady={closedOn !== ''}
      pending={command.pending}
      problem={command.problem}
      onPress={() =>
        command.press({
          params: { fileId: file.id },
          body: { version: file.version, closedOn, ...(triggerOn === '' ? {} : { triggerOn }) },
        })
      }
      onClose={onClose}
    >
      <DayField
        label="Tanggal tutup"
        value={closedOn}
        error={command.problem?.field('closedOn')}
        onChange={setClosedOn}
      />
      {hasTrigger ? (
        <DayField
          label={`Tanggal peristiwa: ${file.rule.triggerEvent}`}
          hint="Kosongkan bila belum terjadi; retensi baru berjalan setelah tanggal ini diisi."
          value={triggerOn}
          error={command.problem?.field('triggerOn')}
          onChange={setTriggerOn}
        />
      ) : null}
    </FormSheet>
  );
}

/** When the event happened that the rule waits for. */
export function TriggerSheet({ file, onClose }: FileSheetProps) {
  const [triggerOn, setTriggerOn] = useState(file.triggerOn ?? '');
  const command = useCommand(setTriggerDate, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Tanggal pemicu tersimpan');
      onClose();
    },
  });
  return (
    <FormSheet
      title="Tanggal pemicu retensi"
      note={`Retensi berkas ini dihitung ${file.rule.triggerEvent}.`}
      button="Simpan"
      isReady={triggerOn !== ''}
      pending={command.pending}
      problem={command.problem}
      onPress={() => command.press({ params: { fileId: file.id }, body: { version: file.version, triggerOn } })}
      onClose={onClose}
    >
      <DayField
        label="Tanggal peristiwa"
        value={triggerOn}
        error={command.problem?.field('triggerOn')}
        onChange={setTriggerOn}
      />
    </FormSheet>
  );
}

/** Opens a closed file again while it is active. */
export function ReopenSheet({ file, onClose }: FileSheetProps) {
  const [reason, setReason] = useState('');
  const command = useCommand(reopenFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast(`Berkas ${fileTitle(file)} dibuka kembali`);
      onClose();
    },
  });
  return (
    <FormSheet
      title="Buka kembali berkas"
      note="Hitungan retensinya berhenti dan dimulai lagi saat berkas ditutup."
      button="Buka kembali"
      isReady={reason.trim().length >= 5}
      pending={command.pending}
      problem={command.problem}
      onPress={() => command.press({ params: { fileId: file.id }, body: { version: file.version, reason } })}
      onClose={onClose}
    >
      <TextArea
        label="Alasan"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  );
}
