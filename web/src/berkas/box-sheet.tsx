import { useState } from 'react';
import type { StorageBox } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextField } from '../kit/index.ts';
import { addBox, editBox, filesTouched } from './berkas-operations.ts';
import { FormSheet } from './form-sheet.tsx';

/** A new box, or what is written on an old one. */
export function BoxSheet({ box, onClose }: { box?: StorageBox; onClose: () => void }) {
  const [values, setValues] = useState({
    code: box?.code ?? '',
    room: box?.room ?? '',
    rack: box?.rack ?? '',
    note: box?.note ?? '',
  });
  const done = {
    refresh: filesTouched,
    onDone: () => {
      showToast('Boks tersimpan');
      onClose();
    },
  };
  const adding = useCommand(addBox, done);
  const editing = useCommand(editBox, done);
  const command = box === undefined ? adding : editing;
  const press = () =>
    box === undefined
      ? adding.press({ body: values })
      : editing.press({ params: { boxId: box.id }, body: { version: box.version, ...values } });
  const field = (name: keyof typeof values, label: string, placeholder: string) => (
    <TextField
      label={label}
      placeholder={placeholder}
      value={values[name]}
      error={command.problem?.field(name)}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
    />
  );
  return (
    <FormSheet
      title={box === undefined ? 'Boks baru' : `Boks ${box.code}`}
      button="Simpan"
      isReady={values.code.trim() !== ''}
      pending={command.pending}
      problem={command.problem}
      onPress={press}
      onClose={onClose}
    >
      {field('code', 'Kode boks', 'Misalnya: B-12')}
      {field('room', 'Ruang', 'Misalnya: Depo Arsip Lantai 1')}
      {field('rack', 'Rak', 'Misalnya: B-3')}
      {field('note', 'Catatan', '')}
    </FormSheet>
  );
}
