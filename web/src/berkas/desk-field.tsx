import { useState } from 'react';
import { SearchSelect } from '../kit/search-select.tsx';
import { searchDesks } from '../konsep/organisation-operations.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';

export interface NamedDesk {
  positionId: string;
  title: string;
}

interface DeskFieldProps {
  label: string;
  hint?: string;
  chosen: readonly NamedDesk[];
  onChoose: (desk: NamedDesk) => void;
}

/** A desk of the agency by title, unit or name of its holder. */
export function DeskField({ label, hint, chosen, onChoose }: DeskFieldProps) {
  const [typed, setTyped] = useState('');
  const found = useWordSearch(searchDesks, typed, (q) => ({ query: { q, limit: 8 } }));
  return (
    <SearchSelect
      label={label}
      hint={hint}
      placeholder="Cari jabatan, unit, atau nama"
      words={typed}
      onWords={setTyped}
      options={(found.output?.desks ?? []).map((desk) => ({
        value: desk.positionId,
        label: desk.title,
        note: [desk.holderName ?? 'Kosong', desk.unitName].join(' · '),
      }))}
      chosen={chosen.map(({ positionId }) => positionId)}
      pending={found.isPending && typed !== ''}
      isStale={found.isStale}
      inline
      onChoose={({ value, label: title }) => {
        onChoose({ positionId: value, title });
        setTyped('');
      }}
    />
  );
}
