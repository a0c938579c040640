import { useState } from 'react';
import { SearchSelect } from '../kit/search-select.tsx';
import type { FieldProps } from './field-props.ts';
import { searchClassifications } from './organisation-operations.ts';
import { useWordSearch } from './use-word-search.ts';

function nameOf(chosen: { code: string; name: string } | null): string {
  return chosen === null ? '' : `${chosen.code} ${chosen.name}`;
}

const shownLength = 24;

/** The whole name where the field cuts it, and what is chosen while somebody types other words. */
function hintOf(chosen: { code: string; name: string } | null, isTyping: boolean): string | undefined {
  if (chosen === null) return undefined;
  if (isTyping) return `Terpilih: ${nameOf(chosen)}`;
  return chosen.name.length > shownLength ? chosen.name : undefined;
}

/** Code or words; the chosen code stands in the field until somebody types. */
export function ClassificationField({ content, change, errorOf }: FieldProps) {
  const chosen = content.classification;
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? nameOf(chosen);
  const found = useWordSearch(searchClassifications, typed ?? '', (q) => ({ query: { q, limit: 8 } }));
  const classifications = found.output?.classifications ?? [];

  return (
    <SearchSelect
      label="Klasifikasi"
      placeholder="Cari kode atau kata"
      error={errorOf('classificationCode')}
      hint={hintOf(chosen, typed !== null)}
      words={words}
      onWords={setTyped}
      options={classifications.map((one) => ({ value: one.code, code: one.code, label: one.name }))}
      chosen={chosen === null ? [] : [chosen.code]}
      pending={found.isPending && typed !== null}
      isStale={found.isStale}
      emptyText="Tidak ada klasifikasi dengan kata itu."
      inline
      onChoose={(option) => {
        change({ classification: { code: option.value, name: option.label } });
        setTyped(null);
      }}
    />
  );
}
