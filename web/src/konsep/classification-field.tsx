import { useState } from 'react';
import { useOperation } from '../api/index.ts';
import { SearchSelect } from '../kit/search-select.tsx';
import type { FieldProps } from './field-props.ts';
import { searchClassifications } from './letter-operations.ts';
import { useSettled } from './use-settled.ts';

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
  const settled = useSettled(typed ?? '');
  const found = useOperation(searchClassifications, { query: { q: settled, limit: 8 } }, { keepPrevious: true });
  const classifications = found.data?.classifications ?? [];

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
      pending={found.isFetching && typed !== null}
      emptyText="Tidak ada klasifikasi dengan kata itu."
      inline
      onChoose={(option) => {
        change({ classification: { code: option.value, name: option.label } });
        setTyped(null);
      }}
    />
  );
}
