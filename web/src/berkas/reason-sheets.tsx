import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextArea, TextField } from '../kit/index.ts';
import { filesTouched, placeHold, releaseHold, reopenFile } from './berkas-operations.ts';
import { FormSheet } from './form-sheet.tsx';

interface SheetProps {
  file: FileDetail;
  onClose: () => void;
}

const touched = [...filesTouched, 'legal-holds'];

export function ReopenSheet({ file, onClose }: SheetProps) {
  const [reason, setReason] = useState('');
  const reopen = useCommand(reopenFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Berkas dibuka kembali');
      onClose();
    },
  });
  return (
    <FormSheet
      title="Buka kembali berkas"
      note="Retensinya berhenti dan dihitung lagi saat berkas ditutup berikutnya."
      button="Buka kembali"
      pending={reopen.pending}
      disabled={reason.trim().length < 5}
      problem={reopen.problem}
      onSubmit={() => reopen.press({ params: { fileId: file.id }, body: { version: file.version, reason } })}
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

export function HoldSheet({ file, onClose }: SheetProps) {
  const [caseNumber, setCaseNumber] = useState('');
  const [reason, setReason] = useState('');
  const hold = useCommand(placeHold, {
    refresh: touched,
    onDone: () => {
      showToast('Berkas ditahan');
      onClose();
    },
  });
  return (
    <FormSheet
      title="Tahan karena perkara"
      note="Selama ditahan, berkas tidak dapat dipindahkan, dimusnahkan, atau diserahkan. Menutup berkas tetap boleh."
      button="Tahan berkas"
      pending={hold.pending}
      disabled={caseNumber.trim() === '' || reason.trim().length < 5}
      problem={hold.problem}
      onSubmit={() => hold.press({ body: { fileIds: [file.id], caseNumber, reason } })}
      onClose={onClose}
    >
      <TextField
        label="Nomor perkara atau pemeriksaan"
        maxLength={120}
        value={caseNumber}
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

export function ReleaseSheet({ hold, onClose }: { hold: FileDetail['holds'][number]; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const release = useCommand(releaseHold, {
    refresh: touched,
    onDone: () => {
      showToast('Penahanan dilepas');
      onClose();
    },
  });
  return (
    <FormSheet
      title="Lepas penahanan"
      note={`Perkara ${hold.caseNumber}. Semua berkas yang ditahan bersamanya ikut dilepas.`}
      button="Lepas penahanan"
      pending={release.pending}
      disabled={reason.trim().length < 5}
      problem={release.problem}
      onSubmit={() => release.press({ params: { holdId: hold.id }, body: { version: hold.version, reason } })}
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
