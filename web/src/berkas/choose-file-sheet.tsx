import { useState } from 'react';
import type { RecordItem } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextField } from '../kit/index.ts';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import { useWordSearch } from '../konsep/use-word-search.ts';
import { filesTouched, listCandidates, moveRecord } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import css from './file-panel.module.css';

interface ChooseFileSheetProps {
  item: RecordItem | undefined;
  onClose: () => void;
  /** Opens the form for a new file instead. */
  onNew?: (() => void) | undefined;
}

function Body({ item, onClose, onNew }: ChooseFileSheetProps & { item: RecordItem }) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<SearchOption | null>(null);
  const [reason, setReason] = useState('');
  const found = useWordSearch(listCandidates, words, (q) => ({ params: { recordId: item.id }, query: { q } }));
  const options = (found.output?.candidates ?? []).map(({ file, classificationCode, reasonText }): SearchOption => ({
    value: file.id,
    label: fileTitle(file),
    note: `${classificationCode} · ${reasonText}`,
  }));
  const isMove = item.filing === 'filed';
  const move = useCommand(moveRecord, {
    refresh: filesTouched,
    onDone: ({ file }) => {
      showToast(isMove ? `Dipindahkan ke ${fileTitle(file)}` : `Diberkaskan di ${fileTitle(file)}`);
      onClose();
    },
  });
  const press = () => {
    if (chosen !== null)
      move.press({ params: { recordId: item.id }, body: { version: item.version, fileId: chosen.value, reason } });
  };
  return (
    <div className={css['stack']}>
      <p className="meta">{item.title}</p>
      <SearchSelect
        label="Berkas tujuan"
        placeholder="Nomor, kode, atau kata"
        words={words}
        onWords={setWords}
        options={options}
        chosen={chosen === null ? [] : [chosen.value]}
        pending={found.isPending}
        isStale={found.isStale}
        inline
        onChoose={setChosen}
      />
      {chosen === null ? null : (
        <p>
          Tujuan: <b>{chosen.label}</b>
        </p>
      )}
      {isMove ? (
        <TextField
          label="Alasan memindahkan"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      {move.problem === null ? null : <ErrorNote problem={move.problem} />}
      <div className={css['buttons']}>
        {onNew === undefined ? null : <Button onClick={onNew}>Buat berkas baru</Button>}
        <Button
          variant="primary"
          pending={move.pending}
          disabled={chosen === null || (isMove && reason.trim().length < 3)}
          onClick={press}
        >
          {isMove ? 'Pindahkan' : 'Berkaskan'}
        </Button>
      </div>
    </div>
  );
}

/** "Pilih lain": ranked files first, any open file by words. */
export function ChooseFileSheet({ item, onClose, onNew }: ChooseFileSheetProps) {
  return (
    <Sheet
      open={item !== undefined}
      onClose={onClose}
      title={item?.filing === 'filed' ? 'Pindahkan item' : 'Pilih berkas'}
      wide
    >
      {item === undefined ? null : <Body item={item} onClose={onClose} onNew={onNew} />}
    </Sheet>
  );
}
