import { useState } from 'react';
import { useCommand, useOperation } from '../api/index.ts';
import { SelectField, showToast, TextArea, TextField } from '../kit/index.ts';
import { editFile, filesTouched, listBoxes } from './berkas-operations.ts';
import type { FileSheetProps } from './file-sheets.tsx';
import { FormSheet } from './form-sheet.tsx';

/** Title, description and where the paper stands. */
export function EditSheet({ file, onClose }: FileSheetProps) {
  const [title, setTitle] = useState(file.title);
  const [description, setDescription] = useState(file.description);
  const [boxId, setBoxId] = useState(file.box?.id ?? '');
  const [folder, setFolder] = useState(file.folder);
  const boxes = useOperation(listBoxes, { query: { limit: 200 } }).data?.boxes ?? [];
  const command = useCommand(editFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Data berkas tersimpan');
      onClose();
    },
  });
  const options = boxes.map(({ id, code, room, rack }) => ({
    value: id,
    label: [code, room, rack].filter((part) => part !== '').join(', '),
  }));
  const kept = file.box === null || options.some(({ value }) => value === file.box?.id) ? [] : [file.box];
  return (
    <FormSheet
      title="Data dan lokasi berkas"
      button="Simpan"
      isReady={title.trim().length >= 3}
      pending={command.pending}
      problem={command.problem}
      onPress={() =>
        command.press({
          params: { fileId: file.id },
          body: { version: file.version, title, description, boxId: boxId === '' ? null : boxId, folder },
        })
      }
      onClose={onClose}
    >
      <TextField
        label="Judul berkas"
        value={title}
        error={command.problem?.field('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label="Uraian"
        rows={3}
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <SelectField
        label="Boks"
        value={boxId}
        options={[
          { value: '', label: 'Tanpa boks' },
          ...kept.map(({ id, code }) => ({ value: id, label: code })),
          ...options,
        ]}
        onChange={(event) => setBoxId(event.target.value)}
      />
      <TextField label="Nomor map" maxLength={60} value={folder} onChange={(event) => setFolder(event.target.value)} />
    </FormSheet>
  );
}
