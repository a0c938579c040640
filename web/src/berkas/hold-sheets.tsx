import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextArea, TextField } from '../kit/index.ts';
import { filesTouched, placeHold, releaseHold } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import type { FileSheetProps } from './file-sheets.tsx';
import { FormSheet } from './form-sheet.tsx';

/** A case or audit is open: nothing of the file moves. */
export function HoldSheet({ file, onClose }: FileSheetProps) {
  const [caseNumber, setCaseNumber] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(placeHold, {
    refresh: filesTouched,
    onDone: () => {
      showToast(`Berkas ${fileTitle(file)} ditahan`);
      onClose();
    },
  });
  return (
    <FormSheet
      title="Tahan berkas"
      note="Selama ditahan, berkas tidak dapat dipindahkan, dimusnahkan, atau diserahkan."
      button="Tahan berkas"
      isReady={caseNumber.trim() !== '' && reason.trim().length >= 5}
      pending={command.pending}
      problem={command.problem}
      onPress={() => command.press({ body: { fileIds: [file.id], caseNumber, reason } })}
      onClose={onClose}
    >
      <TextField
        label="Nomor perkara atau pemeriksaan"
        placeholder="Misalnya: LHP 700/112/ITPROV/2026"
        value={caseNumber}
        error={command.problem?.field('caseNumber')}
        onChange={(event) => setCaseNumber(event.target.value)}
      />
      <TextArea
        label="Alasan"
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  );
}

/** The case is over. */
export function ReleaseSheet({ hold, onClose }: { hold: FileDetail['holds'][number]; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand(releaseHold, {
    refresh: filesTouched,
    onDone: () => {
      showToast(`Penahanan perkara ${hold.caseNumber} dilepas`);
      onClose();
    },
  });
  return (
    <FormSheet
      title={`Lepas penahanan ${hold.caseNumber}`}
      note="Semua berkas dalam perkara ini dilepas, kecuali yang masih ditahan perkara lain."
      button="Lepas penahanan"
      isReady={reason.trim().length >= 5}
      pending={command.pending}
      problem={command.problem}
      onPress={() => command.press({ params: { holdId: hold.id }, body: { version: hold.version, reason } })}
      onClose={onClose}
    >
      <TextArea
        label="Alasan"
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  );
}
