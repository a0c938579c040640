import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { SelectField, showToast, TextArea, TextField } from '../kit/index.ts';
import { editFile, filesTouched, listBoxes } from './berkas-operations.ts';
import { FormSheet } from './form-sheet.tsx';

/** Title, description and where the paper stands. */
export function EditFileSheet({ file, onClose }: { file: FileDetail; onClose: () => void }) {
  const [title, setTitle] = useState(file.title);
  const [description, setDescription] = useState(file.description);
  const [boxId, setBoxId] = useState(file.box?.id ?? '');
  const [folder, setFolder] = useState(file.folder);
  const boxes = useOperation(listBoxes, { query: { limit: 200 } });
  const edit = useCommand(editFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Data berkas disimpan');
      onClose();
    },
  });
  const known = (boxes.data?.boxes ?? []).map(({ id, code, room, rack }) => ({
    value: id,
    label: [`Boks ${code}`, room, rack === '' ? '' : `rak ${rack}`].filter((part) => part !== '').join(', '),
  }));
  const own = file.box;
  const missing =
    own === null || known.some(({ value }) => value === own.id) ? [] : [{ value: own.id, label: `Boks ${own.code}` }];
  const body = { version: file.version, title, description, boxId: boxId === '' ? null : boxId, folder };
  return (
    <FormSheet
      title="Ubah data dan lokasi"
      button="Simpan"
      pending={edit.pending}
      disabled={title.trim().length < 3}
      problem={edit.problem}
      onSubmit={() => edit.press({ params: { fileId: file.id }, body })}
      onClose={onClose}
    >
      <TextField
        label="Judul berkas"
        maxLength={200}
        value={title}
        error={edit.problem?.field('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label="Uraian informasi"
        rows={3}
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <SelectField
        label="Boks"
        value={boxId}
        options={[{ value: '', label: 'Tanpa boks' }, ...missing, ...known]}
        onChange={(event) => setBoxId(event.target.value)}
      />
      <TextField
        label="Map"
        maxLength={60}
        value={folder}
        hint="Nomor map di dalam boks"
        onChange={(event) => setFolder(event.target.value)}
      />
    </FormSheet>
  );
}
