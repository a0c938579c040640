import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ChipSet, ChoiceChip, MoreChip } from '../kit/index.ts';
import { SearchSelect } from '../kit/search-select.tsx';
import { searchDesks } from '../konsep/organisation-operations.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';
import css from './registration-form.module.css';
import type { ChosenDesk } from './registration-values.ts';

const shownDesks = 5;

interface DirectFieldProps {
  label: string;
  /** Most used first. */
  usual: readonly ChosenDesk[];
  chosen: readonly ChosenDesk[];
  onChange: (desks: ChosenDesk[]) => void;
  error?: string | undefined;
}

/** Desks as chips: the usual ones at hand, any other by search. */
export function DirectField({ label, usual, chosen, onChange, error }: DirectFieldProps) {
  const [searching, setSearching] = useState(false);
  const isChosen = (desk: ChosenDesk) => chosen.some((one) => one.positionId === desk.positionId);
  const others = chosen.filter((desk) => !usual.slice(0, shownDesks).some((one) => one.positionId === desk.positionId));
  const toggle = (desk: ChosenDesk) =>
    onChange(isChosen(desk) ? chosen.filter((one) => one.positionId !== desk.positionId) : [...chosen, desk]);

  return (
    <div className={css['group']} role="group" aria-label={label}>
      <div className={css['label']} aria-hidden="true">
        {label}
      </div>
      <ChipSet>
        {[...usual.slice(0, shownDesks), ...others].map((desk) => (
          <ChoiceChip key={desk.positionId} selected={isChosen(desk)} onSelect={() => toggle(desk)}>
            {desk.title}
          </ChoiceChip>
        ))}
        <MoreChip
          open={searching}
          onToggle={() => setSearching(!searching)}
          icon={<IconPlus size={17} stroke={2} aria-hidden="true" />}
        >
          {usual.length + chosen.length === 0 ? 'Tambah' : 'Lainnya'}
        </MoreChip>
      </ChipSet>
      {searching ? (
        <DeskSearch
          chosen={chosen}
          onDesk={(desk) => {
            if (!isChosen(desk)) onChange([...chosen, desk]);
            setSearching(false);
          }}
        />
      ) : null}
      {error === undefined ? null : <div className={css['error']}>{error}</div>}
    </div>
  );
}

function DeskSearch({ chosen, onDesk }: { chosen: readonly ChosenDesk[]; onDesk: (desk: ChosenDesk) => void }) {
  const [words, setWords] = useState('');
  const found = useWordSearch(searchDesks, words, (q) => ({ query: { q, limit: 8 } }));
  const desks = found.output?.desks ?? [];
  return (
    <SearchSelect
      label={<span className="only-read">Cari jabatan</span>}
      placeholder="Cari jabatan, unit, atau nama"
      words={words}
      onWords={setWords}
      options={desks.map((desk) => ({
        value: desk.positionId,
        label: desk.title,
        note: [desk.holderName ?? 'Kosong', desk.unitName].join(' · '),
        disabled: chosen.some((one) => one.positionId === desk.positionId),
      }))}
      chosen={chosen.map((desk) => desk.positionId)}
      pending={found.isPending}
      isStale={found.isStale}
      onChoose={(option) => {
        const desk = desks.find((one) => one.positionId === option.value);
        if (desk !== undefined) onDesk({ positionId: desk.positionId, title: desk.shortTitle });
      }}
    />
  );
}
