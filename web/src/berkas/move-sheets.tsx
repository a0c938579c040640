import { useState } from 'react';
import type { FileName, RecordItem, UnfiledItem } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextArea } from '../kit/index.ts';
import { filesTouched, mergeFile, moveRecord } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import { CandidateField, FileField } from './file-field.tsx';
import type { FileSheetProps } from './file-sheets.tsx';
import { FormSheet } from './form-sheet.tsx';

interface ChooseSheetProps {
  item: RecordItem | UnfiledItem;
  title: string;
  button: string;
  without?: string;
  onClose: () => void;
}

/** Another file for one item. */
export function ChooseSheet({ item, title, button, without, onClose }: ChooseSheetProps) {
  const [file, setFile] = useState<FileName>();
  const [reason, setReason] = useState('');
  const command = useCommand(moveRecord, {
    refresh: filesTouched,
    onDone: (moved) => {
      showToast(`Masuk berkas ${fileTitle(moved.file)}`);
      onClose();
    },
  });
  const press = () => {
    if (file === undefined) return;
    command.press({ params: { recordId: item.id }, body: { version: item.version, fileId: file.id, reason } });
  };
  return (
    <FormSheet
      title={title}
      note={item.title}
      button={button}
      isReady={file !== undefined}
      pending={command.pending}
      problem={command.problem}
      onPress={press}
      onClose={onClose}
    >
      <CandidateField label="Berkas" recordId={item.id} chosen={file} onChoose={setFile} without={without} />
      <TextArea
        label="Alasan (boleh kosong)"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  );
}

export function MoveSheet({ file, item, onClose }: FileSheetProps & { item: RecordItem }) {
  return <ChooseSheet item={item} title="Pindahkan item" button="Pindahkan" without={file.id} onClose={onClose} />;
}

/** Everything into another file; this one stays findable. */
export function MergeSheet({ file, onClose }: FileSheetProps) {
  const [into, setInto] = useState<FileName>();
  const [reason, setReason] = useState('');
  const command = useCommand(mergeFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Berkas digabung');
      onClose();
    },
  });
  const press = () => {
    if (into === undefined) return;
    command.press({ params: { fileId: file.id }, body: { version: file.version, intoFileId: into.id, reason } });
  };
  return (
    <FormSheet
      title="Gabung berkas"
      note={`Semua isi ${fileTitle(file)} pindah ke berkas yang Anda pilih. Nomornya tetap dapat dicari.`}
      button="Gabungkan"
      isReady={into !== undefined && reason.trim().length >= 5}
      pending={command.pending}
      problem={command.problem}
      onPress={press}
      onClose={onClose}
    >
      <FileField label="Gabung ke" chosen={into} onChoose={setInto} without={file.id} />
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
