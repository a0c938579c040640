import { IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { ChipSet, ChoiceChip, MoreChip, SelectField } from '../kit/index.ts';
import { SearchSelect } from '../kit/search-select.tsx';
import { Part, type FormPartProps } from './choice-chips.tsx';
import { chipsOf, isVacant, keyOf, toggleRecipient, type Choice } from './disposition-draft.ts';
import css from './disposition-form.module.css';

const recipientChips = 5;

function relationNote({ relation, holderName, fullTitle }: Choice): string {
  const names = [fullTitle, relation === 'team' ? 'Tim' : (holderName ?? 'Kosong')];
  return names.join(' · ');
}

function RecipientSearch({ options, draft, change, onClose }: FormPartProps & { onClose: () => void }) {
  const [words, setWords] = useState('');
  const needle = words.trim().toLowerCase();
  const matches = options.recipients
    .filter((one) => `${one.label} ${one.fullTitle} ${one.holderName ?? ''}`.toLowerCase().includes(needle))
    .slice(0, 8);
  return (
    <SearchSelect
      label={<span className="only-read">Cari penerima</span>}
      placeholder="Cari jabatan, nama, atau tim"
      words={words}
      onWords={setWords}
      options={matches.map((one) => ({
        value: keyOf(one),
        label: one.label,
        note: relationNote(one),
        disabled: isVacant(one),
      }))}
      chosen={draft.recipients.map(keyOf)}
      inline
      emptyText="Tidak ada di bawah garis komando Anda. Pakai Teruskan untuk jabatan lain."
      onChoose={(option) => {
        const choice = options.recipients.find((one) => keyOf(one) === option.value);
        if (choice !== undefined) change((now) => toggleRecipient(now, choice));
        onClose();
      }}
    />
  );
}

export function RecipientsPart({ options, draft, change }: FormPartProps) {
  const [searching, setSearching] = useState(false);
  const isChosen = (one: Choice) => draft.recipients.some((taken) => keyOf(taken) === keyOf(one));
  const filled = options.recipients.filter((one) => !isVacant(one));
  const shown = chipsOf(filled, isChosen, recipientChips);
  return (
    <Part
      label="Teruskan kepada"
      note={options.recipients.some((one) => one.timesChosen > 0) ? 'urut dari riwayat Anda' : undefined}
    >
      <ChipSet>
        {shown.map((one) => (
          <ChoiceChip
            key={keyOf(one)}
            selected={isChosen(one)}
            onSelect={() => change((now) => toggleRecipient(now, one))}
            icon={one.relation === 'team' ? <IconUsersGroup size={16} stroke={1.8} aria-hidden="true" /> : undefined}
          >
            <span title={relationNote(one)}>
              {one.label}
              {draft.picKey === keyOf(one) ? ' · koordinator' : ''}
            </span>
          </ChoiceChip>
        ))}
        {options.recipients.length > recipientChips ? (
          <MoreChip
            open={searching}
            onToggle={() => setSearching(!searching)}
            icon={<IconSearch size={16} stroke={1.8} aria-hidden="true" />}
          >
            Cari
          </MoreChip>
        ) : null}
      </ChipSet>
      {options.recipients.length === 0 ? (
        <p className={css['partNote']}>Tidak ada jabatan di bawah jabatan ini. Pakai Teruskan untuk jabatan lain.</p>
      ) : null}
      {searching ? (
        <RecipientSearch options={options} draft={draft} change={change} onClose={() => setSearching(false)} />
      ) : null}
      {draft.recipients.length < 2 ? null : (
        <SelectField
          label="Koordinator"
          value={draft.picKey ?? ''}
          options={[
            { value: '', label: 'Tanpa koordinator' },
            ...draft.recipients.map((one) => ({ value: keyOf(one), label: one.label })),
          ]}
          onChange={(event) => {
            const picKey = event.target.value === '' ? null : event.target.value;
            change((now) => ({ ...now, picKey }));
          }}
        />
      )}
    </Part>
  );
}
