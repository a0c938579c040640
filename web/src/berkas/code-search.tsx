import { useState } from 'react';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import { searchClassifications } from '../konsep/organisation-operations.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';

interface CodeSearchProps {
  value: string | null;
  error?: string | undefined;
  hint?: string;
  onChange: (code: string) => void;
}

/** A classification found by code or words; what is chosen stands in the field. */
export function CodeSearch({ value, error, hint, onChange }: CodeSearchProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const found = useWordSearch(searchClassifications, typed ?? value ?? '', (q) => ({ query: { q, limit: 8 } }));
  const options = (found.output?.classifications ?? []).map(({ code, name, parentName }): SearchOption => ({
    value: code,
    code,
    label: name,
    note: parentName ?? undefined,
  }));
  const own = options.find((option) => option.value === value);
  const shown = value === null ? '' : own === undefined ? value : `${value} ${own.label}`;
  return (
    <SearchSelect
      label="Klasifikasi arsip"
      placeholder="Kode atau kata"
      error={error}
      hint={hint}
      words={typed ?? shown}
      onWords={setTyped}
      options={options}
      chosen={value === null ? [] : [value]}
      pending={found.isPending}
      isStale={found.isStale}
      onChoose={(option) => {
        onChange(option.value);
        setTyped(null);
      }}
    />
  );
}
