import { useState } from 'react';
import type { Disposal } from '../../../server/disposal/contract.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea } from '../kit/index.ts';
import { cancelDisposal, excludeDisposalFiles, returnDisposal, withdrawDisposal } from './disposal-operations.ts';
import css from './disposal-screen.module.css';
import { useDisposalCommand } from './use-disposal-command.ts';

export type ReasonAction = 'return' | 'withdraw' | 'cancel' | 'exclude';

const words: Record<ReasonAction, { title: string; note: string; button: string; done: string }> = {
  return: {
    title: 'Kembalikan usulan',
    note: 'Usulan kembali ke arsiparis. Nomor naskah yang sudah diambil menjadi batal dengan alasan ini.',
    button: 'Kembalikan',
    done: 'Usulan dikembalikan',
  },
  withdraw: {
    title: 'Tarik usulan',
    note: 'Usulan kembali ke tahap seleksi untuk diperbaiki. Nomor naskahnya menjadi batal dan penilaian diulang.',
    button: 'Tarik usulan',
    done: 'Usulan ditarik',
  },
  cancel: {
    title: 'Batalkan usulan',
    note: 'Usulan ditutup untuk seterusnya. Berkasnya dapat diusulkan lagi dalam usulan lain.',
    button: 'Batalkan usulan',
    done: 'Usulan dibatalkan',
  },
  exclude: {
    title: 'Keluarkan berkas',
    note: 'Berkas tetap tampak dalam daftar dengan alasan ini, tetapi tidak ikut disusutkan.',
    button: 'Keluarkan berkas',
    done: 'Berkas dikeluarkan dari usulan',
  },
};

interface ReasonSheetProps {
  disposal: Disposal;
  action: ReasonAction | undefined;
  fileIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

export function ReasonSheet({ disposal, action, fileIds, onClose, onDone }: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const done = () => {
    if (action !== undefined) showToast(words[action].done);
    setReason('');
    onDone();
    onClose();
  };
  const takeBack = {
    return: useDisposalCommand(returnDisposal, done),
    withdraw: useDisposalCommand(withdrawDisposal, done),
    cancel: useDisposalCommand(cancelDisposal, done),
  };
  const exclude = useDisposalCommand(excludeDisposalFiles, done);
  const said = words[action ?? 'return'];
  const current = action === 'exclude' ? exclude : takeBack[action ?? 'return'];
  const press = () => {
    const asked = { version: disposal.version, reason: reason.trim() };
    const params = { disposalId: disposal.id };
    if (action === 'exclude') exclude.press({ params, body: { ...asked, fileIds: [...fileIds] } });
    else takeBack[action ?? 'return'].press({ params, body: asked });
  };
  return (
    <Sheet
      open={action !== undefined}
      onClose={onClose}
      title={said.title}
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" pending={current.pending} disabled={reason.trim().length < 5} onClick={press}>
            {said.button}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <p className="meta">{said.note}</p>
        <TextArea
          label="Alasan"
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {current.problem === null ? null : <ErrorNote problem={current.problem} />}
      </div>
    </Sheet>
  );
}
