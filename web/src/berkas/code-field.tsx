import { useState } from 'react';
import { SearchSelect } from '../kit/search-select.tsx';
import { searchClassifications } from '../konsep/organisation-operations.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';

interface CodeFieldProps {
  code: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}

/** A classification code, by code or words. */
export function CodeField({ code, error, onChange }: CodeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const found = useWordSearch(searchClassifications, typed ?? code, (q) => ({ query: { q, limit: 8 } }));
  const codes = found.output?.classifications ?? [];
  const name = codes.find((one) => one.code === code)?.name;
  const shown = name === undefined ? code : `${code} ${name}`;
  return (
    <SearchSelect
      label="Klasifikasi"
      placeholder="Cari kode atau kata"
      error={error}
      words={typed ?? shown}
      onWords={setTyped}
      options={codes.map((one) => ({ value: one.code, code: one.code, label: one.name }))}
      chosen={[code]}
      pending={found.isPending && typed !== null}
      isStale={found.isStale}
      emptyText="Tidak ada klasifikasi dengan kata itu."
      inline
      onChoose={({ value }) => {
        onChange(value);
        setTyped(null);
      }}
    />
  );
}
