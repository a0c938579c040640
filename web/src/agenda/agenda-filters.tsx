import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Button, ControlFrame, KeyHint, Segmented, Sheet } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import css from './agenda-filters.module.css';
import { isFiltered, type Book } from './agenda-search.ts';
import { filterParts, type FilterProps } from './filter-parts.tsx';
import { Popover } from './popover.tsx';

export type Density = 'lega' | 'padat';

const quietMs = 300;

function WordsBox({ search, onChange }: FilterProps) {
  const [words, setWords] = useState(search.q ?? '');
  const input = useRef<HTMLInputElement>(null);
  const asked = search.q ?? '';
  useKeys({ '/': () => input.current?.focus() });

  useEffect(() => {
    const trimmed = words.trim();
    if (trimmed === asked) return;
    const timer = setTimeout(() => onChange({ q: trimmed === '' ? undefined : trimmed }), quietMs);
    return () => clearTimeout(timer);
  }, [words, asked, onChange]);

  return (
    <div className={css['words']}>
      <ControlFrame
        before={<IconSearch size={18} stroke={1.8} aria-hidden="true" />}
        after={words === '' ? <KeyHint>/</KeyHint> : undefined}
      >
        <input
          ref={input}
          type="search"
          className={css['input']}
          aria-label="Cari nomor, asal, atau hal"
          placeholder="Nomor, asal, hal"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </ControlFrame>
    </div>
  );
}

interface AgendaFiltersProps extends FilterProps {
  book: Book;
  onClear: () => void;
  density: Density;
  onDensity: (density: Density) => void;
}

/** Filters as chips over the table; on phones behind one button. */
export function AgendaFilters({ book, search, onChange, onClear, density, onDensity }: AgendaFiltersProps) {
  const [filtering, setFiltering] = useState(false);
  const parts = filterParts(book, { search, onChange });
  const count = parts.filter((part) => part.isSet).length;
  return (
    <div className={css['bar']}>
      <WordsBox key={search.q === undefined ? 'kosong' : 'isi'} search={search} onChange={onChange} />
      <div className={css['chips']}>
        {parts.map((part) => (
          <Popover
            key={part.name}
            label={part.label}
            icon={part.icon}
            isSet={part.isSet}
            onClear={() => onChange(part.clear)}
          >
            {part.content}
          </Popover>
        ))}
        {isFiltered(search) ? (
          <Button size="small" variant="quiet" onClick={onClear}>
            Bersihkan
          </Button>
        ) : null}
      </div>
      <div className={css['density']}>
        <Segmented
          label="Kerapatan baris"
          value={density}
          options={[
            { value: 'lega', label: 'Lega' },
            { value: 'padat', label: 'Padat' },
          ]}
          onChange={onDensity}
        />
      </div>
      <div className={css['phone']}>
        <Button
          variant={count > 0 ? 'primary' : 'plain'}
          icon={<IconAdjustmentsHorizontal size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => setFiltering(true)}
        >
          {count > 0 ? `Saring ${count}` : 'Saring'}
        </Button>
      </div>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        title="Saring agenda"
        footer={
          <>
            <Button disabled={!isFiltered(search)} onClick={onClear}>
              Bersihkan
            </Button>
            <Button variant="primary" onClick={() => setFiltering(false)}>
              Tampilkan
            </Button>
          </>
        }
      >
        <div className={css['sheet']}>
          {parts.map((part) => (
            <div key={part.name}>{part.content}</div>
          ))}
        </div>
      </Sheet>
    </div>
  );
}
