import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { OutputOf } from '../../../server/contract.ts';
import type { listAgendaEndpoint } from '../../../server/agenda/contract.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, KeyHint } from '../kit/index.ts';
import css from './book.module.css';
import type { useBook } from './use-book.ts';

type BookPage = OutputOf<typeof listAgendaEndpoint>;

function totalWords(total: number): string {
  return total >= 10_000 ? 'lebih dari 10.000' : formatCount(total);
}

/** Which rows of the book are shown, and the pages before and after. */
export function BookFoot({ state, page }: { state: ReturnType<typeof useBook>; page: BookPage | undefined }) {
  const count = page?.rows.length ?? 0;
  return (
    <div className={css['foot']}>
      <span className={css['keys']} aria-hidden="true">
        <KeyHint>J</KeyHint>
        <KeyHint>K</KeyHint> pindah <KeyHint>Enter</KeyHint> buka <KeyHint>N</KeyHint> registrasi <KeyHint>/</KeyHint>{' '}
        cari <KeyHint>?</KeyHint> semua pintasan
      </span>
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
