import { useState } from 'react';
import type { FileDetail } from '../../../server/filing/contract.ts';
import { useCommand } from '../api/index.ts';
import { showToast, TextArea } from '../kit/index.ts';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import { useWordSearch } from '../konsep/use-word-search.ts';
import { filesTouched, listFiles, mergeFile } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';
import { FormSheet } from './form-sheet.tsx';

/** Gabung: all items follow into the other file. */
export function MergeSheet({ file, onClose }: { file: FileDetail; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [into, setInto] = useState<SearchOption | null>(null);
  const [reason, setReason] = useState('');
  const found = useWordSearch(listFiles, words, (q) => ({ query: { q, status: 'open' as const, limit: 12 } }));
  const options = (found.output?.files ?? [])
    .filter(({ id, unitId }) => id !== file.id && unitId === file.unitId)
    .map((one): SearchOption => ({
      value: one.id,
      label: fileTitle(one),
      note: `${one.classificationCode} ${one.classificationName}`,
    }));
  const merge = useCommand(mergeFile, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Berkas digabung');
      onClose();
    },
  });
  const count = file.itemCount - file.proposedCount;
  return (
    <FormSheet
      title="Gabung ke berkas lain"
      note={`${count} item pindah ke belakang isi berkas tujuan. Nomor berkas ini tetap dapat dicari dan mengarah ke sana.`}
      button="Gabung berkas"
      pending={merge.pending}
      disabled={into === null || reason.trim().length < 5}
      problem={merge.problem}
      onSubmit={() => {
        if (into !== null)
          merge.press({
            params: { fileId: file.id },
            body: { version: file.version, intoFileId: into.value, reason },
          });
      }}
      onClose={onClose}
    >
      <SearchSelect
        label="Berkas tujuan"
        placeholder="Nomor, kode, atau kata"
        words={words}
        onWords={setWords}
        options={options}
        chosen={into === null ? [] : [into.value]}
        pending={found.isPending}
        isStale={found.isStale}
        inline
        onChoose={setInto}
      />
      {into === null ? null : (
        <p>
          Tujuan: <b>{into.label}</b>
        </p>
      )}
      <TextArea
        label="Alasan"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  );
}
