import { useState } from 'react';
import type { StorageBox } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextField } from '../kit/index.ts';
import { addBox, editBox, filesTouched } from './berkas-operations.ts';
import { FormSheet } from './form-sheet.tsx';

interface BoxSheetProps {
  /** Changed when given; a new one otherwise. */
  box?: Pick<StorageBox, 'id' | 'version' | 'code' | 'room' | 'rack' | 'note'>;
  onClose: () => void;
}

export function BoxSheet({ box, onClose }: BoxSheetProps) {
  const [code, setCode] = useState(box?.code ?? '');
  const [room, setRoom] = useState(box?.room ?? '');
  const [rack, setRack] = useState(box?.rack ?? '');
  const [note, setNote] = useState(box?.note ?? '');
  const options = {
    refresh: filesTouched,
    onDone: () => {
      showToast(box === undefined ? 'Boks ditambahkan' : 'Data boks disimpan');
      onClose();
    },
  };
  const add = useCommand(addBox, options);
  const edit = useCommand(editBox, options);
  const content = { code, room, rack, note };
  const command = box === undefined ? add : edit;
  const submit = () => {
    if (box === undefined) add.press({ body: content });
    else edit.press({ params: { boxId: box.id }, body: { ...content, version: box.version } });
  };
  return (
    <FormSheet
      title={box === undefined ? 'Boks baru' : 'Ubah boks'}
      button="Simpan"
      pending={command.pending}
      disabled={code.trim() === ''}
      problem={command.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Kode boks"
        hint="Seperti tertulis pada boksnya, misalnya B-012"
        maxLength={40}
        value={code}
        error={command.problem?.field('code')}
        onChange={(event) => setCode(event.target.value)}
      />
      <TextField label="Ruang" maxLength={120} value={room} onChange={(event) => setRoom(event.target.value)} />
      <TextField label="Rak" maxLength={60} value={rack} onChange={(event) => setRack(event.target.value)} />
      <TextField label="Catatan" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
    </FormSheet>
  );
}
