import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextArea, TextField } from '../kit/index.ts';
import { createFile, filesTouched } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import { CodeField } from './code-field.tsx';
import { FormSheet } from './form-sheet.tsx';

interface NewFileSheetProps {
  open: boolean;
  /** Item that becomes its first, with what a file for it would be called. */
  record?: { id: string; version: number; title: string; code: string | null };
  onClose: () => void;
  onMade: (file: FileDetail) => void;
}

function NewFileForm({ record, onClose, onMade }: NewFileSheetProps) {
  const [title, setTitle] = useState(record?.title ?? '');
  const [code, setCode] = useState(record?.code ?? '');
  const [description, setDescription] = useState('');
  const command = useCommand(createFile, {
    refresh: filesTouched,
    onDone: (file) => {
      showToast(`Berkas ${fileTitle(file)} dibuat`);
      onClose();
      onMade(file);
    },
  });
  const press = () =>
    command.press({
      body: {
        title,
        classificationCode: code,
        description,
        ...(record === undefined ? {} : { record: { id: record.id, version: record.version } }),
      },
    });
  return (
    <FormSheet
      title="Berkas baru"
      note="Nomor berkas diberikan saat disimpan, urut menurut unit dan tahun."
      button="Buat berkas"
      isReady={title.trim().length >= 3 && code !== ''}
      pending={command.pending}
      problem={command.problem}
      onPress={press}
      onClose={onClose}
    >
      <TextField
        label="Judul berkas"
        placeholder="Misalnya: Longsor ruas Putussibau–Badau"
        value={title}
        error={command.problem?.field('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <CodeField code={code} error={command.problem?.field('classificationCode')} onChange={setCode} />
      <TextArea
        label="Uraian (boleh kosong)"
        rows={3}
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
    </FormSheet>
  );
}

/** Opens a file, empty or with one item. */
export function NewFileSheet(props: NewFileSheetProps) {
  return props.open ? <NewFileForm {...props} /> : null;
}
