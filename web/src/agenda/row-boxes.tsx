import type { AgendaRow } from '../../../server/agenda/contract.ts';
import { formatCount } from '../format/numbers.ts';
import css from './agenda-table.module.css';
import type { Selection } from './use-selection.ts';

/** Chooses the page in sight, or lets it go. */
export function PageBox({ selection }: { selection: Selection }) {
  return (
    <label className={css['tick']}>
      <input
        type="checkbox"
        aria-label="Pilih semua surat di halaman ini"
        checked={selection.page === 'all'}
        ref={(box) => {
          if (box !== null) box.indeterminate = selection.page === 'some';
        }}
        onChange={selection.togglePage}
      />
    </label>
  );
}

/** Chooses one row. */
export function RowBox({ row, selection }: { row: AgendaRow; selection: Selection }) {
  const { id } = row;
  if (id === null) return null;
  return (
    <label className={css['tick']}>
      <input
        type="checkbox"
        aria-label={`Pilih nomor ${formatCount(row.number)}`}
        checked={selection.has(id)}
        disabled={selection.isFull && !selection.has(id)}
        onChange={() => selection.toggle(id)}
      />
    </label>
  );
}
