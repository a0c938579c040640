import { useState } from 'react';
import type { FileName } from '../../../server/filing/contract.ts';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import { useWordSearch } from '../konsep/use-word-search.ts';
import { listCandidates, listFiles } from './berkas-operations.ts';
import { fileTitle } from './berkas-words.ts';

interface FileFieldProps {
  label: string;
  chosen: FileName | undefined;
  onChoose: (file: FileName | undefined) => void;
  /** Not to be chosen: the file itself. */
  without?: string | undefined;
}

interface PickProps extends FileFieldProps {
  words: string;
  onWords: (words: string) => void;
  files: readonly FileName[];
  options: readonly SearchOption[];
  pending: boolean;
  isStale: boolean;
}

function Pick({ label, chosen, onChoose, words, onWords, files, options, pending, isStale }: PickProps) {
  return (
    <SearchSelect
      label={label}
      placeholder="Nomor, kode, atau kata"
      words={words}
      onWords={(typed) => {
        onWords(typed);
        onChoose(undefined);
      }}
      options={options}
      chosen={chosen === undefined ? [] : [chosen.id]}
      pending={pending}
      isStale={isStale}
      emptyText="Tidak ada berkas terbuka dengan kata itu."
      inline
      onChoose={({ value }) => {
        const file = files.find(({ id }) => id === value);
        if (file === undefined) return;
        onChoose(file);
        onWords(fileTitle(file));
      }}
    />
  );
}

/** An open file of the unit. */
export function FileField(props: FileFieldProps) {
  const [words, setWords] = useState('');
  const asked = props.chosen === undefined ? words : '';
  const found = useWordSearch(listFiles, asked, (q) => ({ query: { q, status: 'open' as const, limit: 8 } }));
  const files = (found.output?.files ?? []).filter(({ id }) => id !== props.without);
  return (
    <Pick
      {...props}
      words={words}
      onWords={setWords}
      files={files}
      options={files.map((file) => ({ value: file.id, label: fileTitle(file), note: file.classificationCode }))}
      pending={found.isPending && asked !== ''}
      isStale={found.isStale}
    />
  );
}

/** A file for one item: the likely ones first, each with why. */
export function CandidateField({ recordId, ...props }: FileFieldProps & { recordId: string }) {
  const [words, setWords] = useState('');
  const asked = props.chosen === undefined ? words : '';
  const found = useWordSearch(listCandidates, asked, (q) => ({ params: { recordId }, query: { q } }));
  const candidates = (found.output?.candidates ?? []).filter(({ file }) => file.id !== props.without);
  return (
    <Pick
      {...props}
      words={words}
      onWords={setWords}
      files={candidates.map(({ file }) => file)}
      options={candidates.map(({ file, classificationCode, reasonText }) => ({
        value: file.id,
        label: fileTitle(file),
        note: [classificationCode, reasonText].filter((part) => part !== '').join(' · '),
      }))}
      pending={found.isPending && asked !== ''}
      isStale={found.isStale}
    />
  );
}
