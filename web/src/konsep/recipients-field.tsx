import { useState } from 'react';
import { TokenChip } from '../kit/index.ts';
import { SearchSelect, type SearchOption } from '../kit/search-select.tsx';
import css from './draft-fields.module.css';
import type { DraftRecipient } from './draft-content.ts';
import { ExternalForm, type ExternalAddress } from './external-form.tsx';
import { AddButton, FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field-props.ts';
import { searchDesks } from './organisation-operations.ts';
import { useWordSearch } from './use-word-search.ts';

interface RecipientsFieldProps extends FieldProps {
  role: 'to' | 'cc';
  label: string;
}

const outside = 'outside';

/** Desks of the agency and outside addresses as chips; an outside chip opens its address. */
export function RecipientsField({ content, change, errorOf, role, label }: RecipientsFieldProps) {
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<{ at: number; address: ExternalAddress } | null>(null);
  const recipients = content[role];
  const set = (next: DraftRecipient[]) => change({ [role]: next });

  const saveAddress = (address: ExternalAddress) => {
    if (editing === null) return;
    const next = [...recipients];
    next[editing.at] = { input: { kind: 'external', ...address }, name: address.name, note: address.place };
    set(next);
    setEditing(null);
    setAdding(false);
  };

  return (
    <FieldGroup
      label={label}
      error={errorOf(role)}
      action={<AddButton of={label.toLowerCase()} expanded={adding} onPress={() => setAdding(!adding)} />}
    >
      {recipients.length === 0 ? (
        <p className={css['none']}>{role === 'to' ? 'Belum ada tujuan' : 'Tidak ada tembusan'}</p>
      ) : (
        <ul className={css['chips']}>
          {recipients.map((recipient, index) => (
            <li key={keyOf(recipient, index)}>
              <RecipientChip
                recipient={recipient}
                onOpen={(address) => setEditing({ at: index, address })}
                onRemove={() => set(recipients.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <DeskSearch
          taken={recipients}
          onDesk={(recipient) => set([...recipients, recipient])}
          onOutside={(name) =>
            setEditing({ at: recipients.length, address: { name, address: '', place: '', email: '' } })
          }
        />
      ) : null}
      <ExternalForm
        key={editing === null ? 'closed' : `${role}${editing.at}`}
        value={editing?.address ?? null}
        needsPlace={role === 'to'}
        onClose={() => setEditing(null)}
        onSave={saveAddress}
      />
    </FieldGroup>
  );
}

function keyOf(recipient: DraftRecipient, index: number): string {
  return recipient.input.kind === 'internal' ? recipient.input.positionId : `${index} ${recipient.name}`;
}

interface RecipientChipProps {
  recipient: DraftRecipient;
  onOpen: (address: ExternalAddress) => void;
  onRemove: () => void;
}

function RecipientChip({ recipient, onOpen, onRemove }: RecipientChipProps) {
  const { input } = recipient;
  const name = recipient.name === '' ? 'Tanpa nama' : recipient.name;
  return (
    <TokenChip removeLabel={`Hapus ${name}`} onRemove={onRemove}>
      {input.kind === 'internal' ? (
        <span title={recipient.note}>{name}</span>
      ) : (
        <button
          type="button"
          className={css['chipName']}
          title="Ubah alamat"
          onClick={() => {
            const { name: full, address = '', place = '', email = '' } = input;
            onOpen({ name: full, address, place, email });
          }}
        >
          {name}
        </button>
      )}
    </TokenChip>
  );
}

interface DeskSearchProps {
  taken: readonly DraftRecipient[];
  onDesk: (recipient: DraftRecipient) => void;
  onOutside: (name: string) => void;
}

function DeskSearch({ taken, onDesk, onOutside }: DeskSearchProps) {
  const [words, setWords] = useState('');
  const found = useWordSearch(searchDesks, words, (q) => ({ query: { q, limit: 8 } }));
  const chosen = taken.flatMap((one) => (one.input.kind === 'internal' ? [one.input.positionId] : []));
  const name = words.trim();
  const desks = (found.output?.desks ?? []).map((desk): SearchOption => ({
    value: desk.positionId,
    label: desk.title,
    note: [desk.holderName ?? 'Kosong', desk.unitName].join(' · '),
    disabled: chosen.includes(desk.positionId),
  }));
  const addOutside: SearchOption = {
    value: outside,
    label: name === '' ? 'Alamat di luar pemerintah daerah' : `Di luar: ${name}`,
    note: 'Isi alamat atau surel',
    isTyped: true,
  };

  return (
    <SearchSelect
      label={<span className="only-read">Cari jabatan atau tulis nama di luar</span>}
      placeholder="Cari jabatan, unit, atau nama"
      words={words}
      onWords={setWords}
      options={[...desks, addOutside]}
      chosen={chosen}
      pending={found.isPending}
      isStale={found.isStale}
      inline
      onChoose={(option) => {
        if (option.value === outside) onOutside(name);
        else
          onDesk({
            input: { kind: 'internal', positionId: option.value },
            name: option.label,
            note: option.note ?? '',
          });
        setWords('');
      }}
    />
  );
}
