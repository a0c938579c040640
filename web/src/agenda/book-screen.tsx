import { IconBook2, IconChevronDown } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { listAgendaEndpoint } from '../../../server/agenda/contract.ts';
import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { agencyDay } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, EmptyState, ErrorNote, Menu, MenuItem, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { AgendaFilters, type Density } from './agenda-filters.tsx';
import { isFiltered, type AgendaSearch, type Book } from './agenda-search.ts';
import { AgendaCards, AgendaTable } from './agenda-table.tsx';
import { BookActions } from './book-actions.tsx';
import { BookFoot } from './book-foot.tsx';
import css from './book.module.css';
import { groupByDay } from './group-by-day.ts';
import { useBook } from './use-book.ts';
import { useSelection, type Selection } from './use-selection.ts';

type BookPage = OutputOf<typeof listAgendaEndpoint>;

const densityKey = 'lontar.agenda.kerapatan';

const titles: Record<Book, string> = { incoming: 'Agenda Masuk', outgoing: 'Agenda Keluar' };

function moveFocus(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-agenda-row]')).filter(
    (link) => link.offsetParent !== null,
  );
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

/** The letter of the row that has the focus, on its link or its box. */
function focusedLetter(): string | undefined {
  const link = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-agenda-row]');
  return link?.dataset['agendaRow'];
}

function useDensity() {
  const [density, setDensity] = useState<Density>(localStorage.getItem(densityKey) === 'lega' ? 'lega' : 'padat');
  return {
    density,
    setDensity: (next: Density) => {
      localStorage.setItem(densityKey, next);
      setDensity(next);
    },
  };
}

function UnitMenu({ page, onUnit }: { page: BookPage; onUnit: (unitId: string) => void }) {
  if (page.units.length < 2) return null;
  return (
    <Menu
      label="Buku unit"
      align="start"
      buttonClass={css['unit']}
      button={
        <>
          {page.unitName}
          <IconChevronDown size={16} stroke={2} aria-hidden="true" />
        </>
      }
    >
      {page.units.map((unit) => (
        <MenuItem key={unit.unitId} checked={unit.name === page.unitName} onPick={() => onUnit(unit.unitId)}>
          {unit.name}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Facts({ page, onUnit }: { page: BookPage | undefined; onUnit: (unitId: string) => void }) {
  if (page === undefined) return null;
  return (
    <span className={css['facts']}>
      <UnitMenu page={page} onUnit={onUnit} />
      {page.registerName} {page.year} · {formatCount(page.given)} nomor, {formatCount(page.void)} batal
    </span>
  );
}

function NoRows({ book, filtered, onClear }: { book: Book; filtered: boolean; onClear: () => void }) {
  if (filtered)
    return (
      <EmptyState
        icon={<IconBook2 size={28} stroke={1.8} />}
        title="Tidak ada surat dengan saringan ini"
        action={
          <Button variant="outline" onClick={onClear}>
            Bersihkan saringan
          </Button>
        }
      />
    );
  return (
    <EmptyState icon={<IconBook2 size={28} stroke={1.8} />} title="Buku ini masih kosong">
      {book === 'incoming'
        ? 'Nomor agenda pertama diberikan saat surat pertama disimpan.'
        : 'Surat tercatat di sini begitu bernomor.'}
    </EmptyState>
  );
}

interface BookBodyProps {
  book: Book;
  state: ReturnType<typeof useBook>;
  selection: Selection;
  density: Density;
  filtered: boolean;
  onClear: () => void;
}

function BookBody({ book, state, selection, density, filtered, onClear }: BookBodyProps) {
  const { data: page, error: problem, isPending, refetch } = state.found;
  const days = groupByDay(page?.rows ?? [], agencyDay);
  return (
    <>
      {problem === null ? null : (
        <div className={css['problem']}>
          <ErrorNote problem={problem} onRetry={() => void refetch()} />
        </div>
      )}
      {isPending ? (
        <div className={css['problem']}>
          <Skeleton rows={10} height={36} />
        </div>
      ) : null}
      {days.length > 0 ? (
        <>
          <AgendaTable book={book} days={days} density={density} selection={selection} />
          <AgendaCards book={book} days={days} />
        </>
      ) : null}
      {page !== undefined && days.length === 0 ? <NoRows book={book} filtered={filtered} onClear={onClear} /> : null}
    </>
  );
}

interface BookProps {
  book: Book;
  search: AgendaSearch;
  onSearch: (search: AgendaSearch) => void;
}

/** The agenda book of a unit: newest number first, void numbers with their reason. */
function AgendaBook({ book, search, onSearch }: BookProps) {
  const navigate = useNavigate();
  const desk = useCurrentDesk();
  const state = useBook(book, search);
  const { density, setDensity } = useDensity();
  const page = state.found.data;
  const selection = useSelection(state.print, page?.rows ?? []);
  const mayReceive = book === 'incoming' && mayDo(desk, 'receive');
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    x: () => {
      const id = focusedLetter();
      if (id !== undefined) selection.toggle(id);
    },
    n: mayReceive ? () => void navigate({ to: '/agenda/masuk/antrean' }) : undefined,
  });
  useEffect(() => {
    document.title = `${titles[book]} · Lontar`;
  }, [book]);

  const change = useCallback((part: AgendaSearch) => onSearch({ ...search, ...part }), [onSearch, search]);
  const clear = () => onSearch({ unit: search.unit, tahun: search.tahun });

  return (
    <div className={css['screen']}>
      <PageTitle
        title={titles[book]}
        meta={<Facts page={page} onUnit={(unit) => change({ unit })} />}
        actions={<BookActions book={book} search={search} chosen={selection.ids} />}
      />
      <AgendaFilters
        book={book}
        search={search}
        onChange={change}
        onClear={clear}
        density={density}
        onDensity={setDensity}
      />
      <BookBody
        book={book}
        state={state}
        selection={selection}
        density={density}
        filtered={isFiltered(search)}
        onClear={clear}
      />
      {page === undefined ? null : <BookFoot state={state} page={page} selection={selection} />}
    </div>
  );
}

export function IncomingBookScreen() {
  const search = useSearch({ from: '/meja/agenda/masuk' });
  const navigate = useNavigate({ from: '/agenda/masuk' });
  const onSearch = useCallback((next: AgendaSearch) => void navigate({ search: next, replace: true }), [navigate]);
  return <AgendaBook book="incoming" search={search} onSearch={onSearch} />;
}

export function OutgoingBookScreen() {
  const search = useSearch({ from: '/meja/agenda/keluar' });
  const navigate = useNavigate({ from: '/agenda/keluar' });
  const onSearch = useCallback((next: AgendaSearch) => void navigate({ search: next, replace: true }), [navigate]);
  return <AgendaBook book="outgoing" search={search} onSearch={onSearch} />;
}
