import {
  IconBook2,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconListNumbers,
  IconPrinter,
  IconScan,
} from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { exportAgendaEndpoint, listAgendaEndpoint } from '../../../server/incoming/contract.ts';
import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { agencyDay } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import {
  AnchorButton,
  Button,
  ButtonLink,
  EmptyState,
  ErrorNote,
  KeyHint,
  Menu,
  MenuItem,
  Skeleton,
} from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useCounts } from '../shell/use-counts.ts';
import { useKeys } from '../shell/use-keys.ts';
import { AgendaFilters, type Density } from './agenda-filters.tsx';
import { listAgenda } from './agenda-operations.ts';
import { agendaQuery, isFiltered, type AgendaSearch, type Book } from './agenda-search.ts';
import { AgendaCards, AgendaTable } from './agenda-table.tsx';
import css from './book.module.css';
import { groupByDay } from './group-by-day.ts';

type BookPage = OutputOf<typeof listAgendaEndpoint>;

const pageRows = 50;
const densityKey = 'lontar.agenda.kerapatan';

const titles: Record<Book, string> = { incoming: 'Agenda Masuk', outgoing: 'Agenda Keluar' };

function moveFocus(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-agenda-row]')).filter(
    (link) => link.offsetParent !== null,
  );
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
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

function exportAddress(book: Book, search: AgendaSearch, format: 'pdf' | 'xlsx' | 'csv'): string {
  return fileAddress<typeof exportAgendaEndpoint>('/agenda/:book/export', {
    params: { book },
    query: { ...agendaQuery(search), format },
  });
}

function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

const formats = [
  { format: 'pdf', icon: IconFileTypePdf, label: 'PDF', note: 'Untuk dibaca dan dicetak' },
  { format: 'xlsx', icon: IconFileSpreadsheet, label: 'XLSX', note: 'Untuk lembar kerja' },
  { format: 'csv', icon: IconFileTypeCsv, label: 'CSV', note: 'Untuk sistem lain' },
] as const;

function ExportMenu({ book, search }: { book: Book; search: AgendaSearch }) {
  return (
    <Menu
      label="Ekspor"
      buttonClass={css['export']}
      button={
        <>
          <IconDownload size={18} stroke={1.8} aria-hidden="true" />
          Ekspor
          <IconChevronDown size={16} stroke={2} aria-hidden="true" />
        </>
      }
    >
      {formats.map((one) => (
        <MenuItem
          key={one.format}
          icon={<one.icon size={18} stroke={1.8} />}
          note={one.note}
          onPick={() => download(exportAddress(book, search, one.format))}
        >
          {one.label}
        </MenuItem>
      ))}
    </Menu>
  );
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

/** Pages by keyset: the way back is the list of cursors that led here. */
function useBook(book: Book, search: AgendaSearch) {
  const query = agendaQuery(search);
  const print = JSON.stringify([book, query]);
  const [place, setPlace] = useState<{ print: string; cursors: readonly string[] }>({ print, cursors: [] });
  const cursors = place.print === print ? place.cursors : [];
  const found = useOperation(
    listAgenda,
    { params: { book }, query: { ...query, limit: pageRows, after: cursors.at(-1) } },
    { keepPrevious: true },
  );
  const next = found.data?.next ?? null;
  const go = (to: readonly string[]) => {
    setPlace({ print, cursors: to });
    document.querySelector('[aria-label="Buku agenda"]')?.scrollTo({ top: 0 });
  };
  return {
    found,
    first: cursors.length * pageRows + 1,
    newer: cursors.length === 0 ? undefined : () => go(cursors.slice(0, -1)),
    older: next === null ? undefined : () => go([...cursors, next]),
  };
}

function totalWords(total: number): string {
  return total >= 10_000 ? 'lebih dari 10.000' : formatCount(total);
}

function Foot({ state, page }: { state: ReturnType<typeof useBook>; page: BookPage | undefined }) {
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

function Actions({ book, search }: { book: Book; search: AgendaSearch }) {
  const desk = useCurrentDesk();
  const { intake = 0 } = useCounts();
  const hasQueue = book === 'incoming' && mayDo(desk, 'receive');
  return (
    <>
      <ExportMenu book={book} search={search} />
      <span className="only-desktop">
        <AnchorButton
          href={exportAddress(book, search, 'pdf')}
          target="_blank"
          rel="noopener"
          icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
        >
          Cetak buku agenda
        </AnchorButton>
      </span>
      {hasQueue && intake > 0 ? (
        <span className="only-desktop">
          <ButtonLink to="/agenda/masuk/antrean" icon={<IconListNumbers size={18} stroke={1.8} aria-hidden="true" />}>
            Antrean {intake}
          </ButtonLink>
        </span>
      ) : null}
      {hasQueue ? (
        <ButtonLink
          to="/agenda/masuk/antrean"
          variant="primary"
          hint="N"
          icon={<IconScan size={18} stroke={1.8} aria-hidden="true" />}
        >
          Registrasi surat
        </ButtonLink>
      ) : null}
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
  const problem = state.found.error;
  const days = groupByDay(page?.rows ?? [], agencyDay);
  const mayReceive = book === 'incoming' && mayDo(desk, 'receive');
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
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
        actions={<Actions book={book} search={search} />}
      />
      <AgendaFilters
        book={book}
        search={search}
        onChange={change}
        onClear={clear}
        density={density}
        onDensity={setDensity}
      />
      {problem === null ? null : (
        <div className={css['problem']}>
          <ErrorNote problem={problem} onRetry={() => void state.found.refetch()} />
        </div>
      )}
      {state.found.isPending ? (
        <div className={css['problem']}>
          <Skeleton rows={10} height={36} />
        </div>
      ) : null}
      {days.length > 0 ? (
        <>
          <AgendaTable book={book} days={days} density={density} />
          <AgendaCards book={book} days={days} />
        </>
      ) : null}
      {page !== undefined && days.length === 0 ? (
        <NoRows book={book} filtered={isFiltered(search)} onClear={clear} />
      ) : null}
      {page === undefined ? null : <Foot state={state} page={page} />}
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
