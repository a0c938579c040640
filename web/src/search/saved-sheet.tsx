import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import type { SavedSearch } from '../../../server/search/saved-contract.ts';
import { useCommand } from '../api/index.ts';
import { Badge, Button, ErrorNote, IconButton, Sheet, showToast, TextField } from '../kit/index.ts';
import { freshWords } from './saved-row.tsx';
import css from './saved-sheet.module.css';
import { changeSaved, removeSaved } from './search-operations.ts';

const refresh = ['saved-searches'];

interface SavedLineProps {
  saved: SavedSearch;
  onOpen: (saved: SavedSearch) => void;
}

/** One kept search: open it, name it anew, turn notices on and off, or remove it. */
function SavedLine({ saved, onOpen }: SavedLineProps) {
  const [name, setName] = useState<string>();
  const change = useCommand(changeSaved, { refresh, onDone: () => setName(undefined) });
  const remove = useCommand(removeSaved, {
    refresh,
    onDone: () => void showToast(`Pencarian “${saved.name}” dihapus.`),
  });
  const { id: savedId, version, hasAlert } = saved;
  const put = (part: { name?: string; hasAlert?: boolean }) =>
    change.press({ params: { savedId }, body: { version, name: saved.name, hasAlert, ...part } });
  const rename = (event: SyntheticEvent) => {
    event.preventDefault();
    put({ name: name?.trim() ?? saved.name });
  };
  const fresh = freshWords(saved);
  const nameProblem = change.problem?.field('name');
  const problem = remove.problem ?? (nameProblem === undefined ? change.problem : null);
  return (
    <li className={css['line']}>
      {name === undefined ? (
        <div className={css['top']}>
          <button type="button" className={css['open']} onClick={() => onOpen(saved)}>
            <IconBookmark size={18} stroke={1.8} aria-hidden="true" />
            <span>{saved.name}</span>
            {fresh === undefined ? null : <Badge tone="disposisi">{fresh}</Badge>}
          </button>
          <Button variant="quiet" size="small" onClick={() => setName(saved.name)}>
            Ganti nama
          </Button>
          <IconButton
            label={`Hapus pencarian ${saved.name}`}
            icon={<IconTrash size={18} stroke={1.8} />}
            onClick={() => remove.press({ params: { savedId } })}
          />
        </div>
      ) : (
        <form className={css['rename']} onSubmit={rename}>
          <TextField
            label="Nama"
            maxLength={80}
            value={name}
            error={nameProblem}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" variant="primary" pending={change.pending} disabled={name.trim() === ''}>
            Simpan nama
          </Button>
        </form>
      )}
      <label className={css['alert']}>
        <input type="checkbox" checked={hasAlert} onChange={() => put({ hasAlert: !hasAlert })} />
        Beri tahu saya bila ada yang baru
      </label>
      {problem === null ? null : <ErrorNote problem={problem} />}
    </li>
  );
}

interface SavedSheetProps {
  open: boolean;
  saved: readonly SavedSearch[];
  onClose: () => void;
  onOpen: (saved: SavedSearch) => void;
}

/** All searches that are kept, to open and to keep in order; on phones the only way to them. */
export function SavedSheet({ open, saved, onClose, onOpen }: SavedSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="Pencarian tersimpan">
      {saved.length === 0 ? (
        <p>Belum ada. Cari sesuatu, lalu pilih Simpan untuk menyimpannya di sini.</p>
      ) : (
        <ul className={css['list']}>
          {saved.map((each) => (
            <SavedLine key={each.id} saved={each} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}
