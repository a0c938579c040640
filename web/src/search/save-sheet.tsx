import { useState, type SyntheticEvent } from 'react';
import type { SavedSearch } from '../../../server/search/saved-contract.ts';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Sheet, showToast, TextField } from '../kit/index.ts';
import css from './saved-sheet.module.css';
import { savedWanted, saveSearch } from './search-operations.ts';
import type { SearchState } from './search-state.ts';

interface SaveSheetProps {
  state: SearchState;
  /** A name to begin with. */
  proposal: string;
  onClose: () => void;
  onSaved: (saved: SavedSearch) => void;
}

function SaveForm({ state, proposal, onClose, onSaved }: SaveSheetProps) {
  const [name, setName] = useState(proposal);
  const [hasAlert, setHasAlert] = useState(false);
  const save = useCommand(saveSearch, {
    refresh: ['saved-searches'],
    onDone: (saved) => {
      showToast(`Pencarian “${saved.name}” disimpan.`);
      onSaved(saved);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.press({ body: { name: name.trim(), wanted: savedWanted(state), hasAlert } });
  };
  const nameProblem = save.problem?.field('name');
  return (
    <form id="simpan-pencarian" onSubmit={submit}>
      <TextField
        label="Nama pencarian"
        data-autofocus=""
        maxLength={80}
        value={name}
        error={nameProblem}
        hint="Kata dan saringan yang sedang berlaku ikut disimpan."
        onChange={(event) => setName(event.target.value)}
      />
      <label className={css['alert']}>
        <input type="checkbox" checked={hasAlert} onChange={(event) => setHasAlert(event.target.checked)} />
        Beri tahu saya bila ada yang baru
      </label>
      {save.problem !== null && nameProblem === undefined ? <ErrorNote problem={save.problem} /> : null}
      <div className={css['foot']}>
        <Button onClick={onClose}>Batal</Button>
        <Button type="submit" variant="primary" pending={save.pending} disabled={name.trim() === ''}>
          Simpan pencarian
        </Button>
      </div>
    </form>
  );
}

/** Gives the search a name. */
export function SaveSheet({ open, ...form }: SaveSheetProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={form.onClose} title="Simpan pencarian ini" hasOwnFocus>
      <SaveForm {...form} />
    </Sheet>
  );
}
