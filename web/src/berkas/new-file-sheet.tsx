import { useState, type SyntheticEvent } from 'react';
import type { FileDetail, UnfiledItem } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextArea, TextField } from '../kit/index.ts';
import { createFile, filesTouched } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import { CodeSearch } from './code-search.tsx';
import css from './file-panel.module.css';

interface NewFileSheetProps {
  open: boolean;
  /** Item that becomes its first. */
  item?: UnfiledItem | undefined;
  onClose: () => void;
  onMade: (file: FileDetail) => void;
}

/** "Berkas baru": title and classification; the number is given on saving. */
export function NewFileSheet({ open, item, onClose, onMade }: NewFileSheetProps) {
  const [title, setTitle] = useState(item?.suggestedTitle ?? '');
  const [description, setDescription] = useState('');
  const [code, setCode] = useState<string | null>(item?.classificationCode ?? null);
  const create = useCommand(createFile, {
    refresh: filesTouched,
    onDone: (file) => {
      showToast(`Berkas ${fileTitle(file)} dibuat`);
      onClose();
      onMade(file);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const record = item === undefined ? {} : { record: { id: item.id, version: item.version } };
    create.press({ body: { title, classificationCode: code ?? '', description, ...record } });
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Berkas baru"
      hasOwnFocus
      wide
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            variant="primary"
            type="submit"
            form="berkas-baru"
            pending={create.pending}
            disabled={title.trim().length < 3 || code === null}
          >
            {item === undefined ? 'Buat berkas' : 'Buat dan berkaskan'}
          </Button>
        </>
      }
    >
      <form id="berkas-baru" className={css['stack']} onSubmit={submit} noValidate>
        {item === undefined ? null : <p className="meta">Item pertama: {item.title}</p>}
        <TextField
          label="Judul berkas"
          data-autofocus=""
          maxLength={200}
          value={title}
          error={create.problem?.field('title')}
          hint="Nama kegiatan, misalnya: Longsor ruas Putussibau–Badau"
          onChange={(event) => setTitle(event.target.value)}
        />
        <CodeSearch value={code} error={create.problem?.field('classificationCode')} onChange={setCode} />
        <TextArea
          label="Uraian informasi"
          rows={3}
          maxLength={2000}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        {create.problem === null ? null : <ErrorNote problem={create.problem} />}
      </form>
    </Sheet>
  );
}
