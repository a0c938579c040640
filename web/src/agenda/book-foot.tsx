import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { OutputOf } from '../../../server/contract.ts';
import type { listAgendaEndpoint } from '../../../server/agenda/contract.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, KeyHint } from '../kit/index.ts';
import css from './book.module.css';
import type { useBook } from './use-book.ts';
import { mostSelected, type Selection } from './use-selection.ts';

type BookPage = OutputOf<typeof listAgendaEndpoint>;

function totalWords(total: number): string {
  return total >= 10_000 ? 'lebih dari 10.000' : formatCount(total);
}

function Chosen({ selection }: { selection: Selection }) {
  return (
    <span className={css['chosen']}>
      <span role="status">
        {selection.ids.length} surat dipilih{selection.isFull ? `, paling banyak ${mostSelected}` : ''}
      </span>
      <Button size="small" variant="quiet" onClick={selection.clear}>
        Lepas pilihan
      </Button>
    </span>
  );
}

function Keys() {
  return (
    <span className={css['keys']} aria-hidden="true">
      <KeyHint>J</KeyHint>
      <KeyHint>K</KeyHint> pindah <KeyHint>Enter</KeyHint> buka <KeyHint>X</KeyHint> pilih <KeyHint>N</KeyHint>{' '}
      registrasi <KeyHint>/</KeyHint> cari <KeyHint>?</KeyHint> semua pintasan
    </span>
  );
}

interface BookFootProps {
  state: ReturnType<typeof useBook>;
  page: BookPage | undefined;
  selection: Selection;
}

/** What is chosen, which rows of the book are shown, and the pages before and after. */
export function BookFoot({ state, page, selection }: BookFootProps) {
  const count = page?.rows.length ?? 0;
  return (
    <div className={css['foot']}>
      {selection.ids.length === 0 ? <Keys /> : <Chosen selection={selection} />}
      <span className={css['range']} role="status">
        {count === 0
          ? ''
          : `Menampilkan ${formatCount(state.first)}–${formatCount(state.first + count - 1)} dari ${totalWords(page?.total ?? 0)} surat`}
      </span>
      <Button
        icon={<IconChevronLeft size={18} stroke={2} aria-hidden="true" />}
        disabled={state.newer === undefined}
        onClick={state.newer}
      >
        Lebih baru
      </Button>
      <Button
        trailing={<IconChevronRight size={18} stroke={2} aria-hidden="true" />}
        disabled={state.older === undefined}
        onClick={state.older}
      >
        Lebih lama
      </Button>
    </div>
  );
}
