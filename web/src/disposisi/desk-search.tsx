import { useState } from 'react';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import { searchDesks } from '../konsep/organisation-operations.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';

export interface DeskChoice {
  positionId: string;
  title: string;
}

interface DeskSearchProps {
  label: string;
  chosen: readonly string[];
  onChoose: (desk: DeskChoice) => void;
}

/** Any desk of the agency that somebody sits at, found by title, unit or holder. */
export function DeskSearch({ label, chosen, onChoose }: DeskSearchProps) {
  const [words, setWords] = useState('');
  const found = useWordSearch(searchDesks, words, (q) => ({ query: { q, limit: 8 } }));
  const options = (found.output?.desks ?? []).map((desk): SearchOption => ({
    value: desk.positionId,
    label: desk.title,
    note: [desk.holderName ?? 'Kosong', desk.unitName].join(' · '),
    disabled: desk.holderName === null || chosen.includes(desk.positionId),
  }));
  return (
    <SearchSelect
      label={label}
      placeholder="Cari jabatan, unit, atau nama"
      words={words}
      onWords={setWords}
      options={options}
      chosen={chosen}
      pending={found.isPending}
      isStale={found.isStale}
      inline
      onChoose={(option) => {
        onChoose({ positionId: option.value, title: option.label });
        setWords('');
      }}
    />
  );
}
