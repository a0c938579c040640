import { IconCalendarEvent } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { agencyToday, formatDayMonth, formatShortDate } from '../format/dates.ts';
import { Button, DayField } from '../kit/index.ts';
import { SearchSelect } from '../kit/search-select.tsx';
import { searchDesks } from '../konsep/organisation-operations.ts';
import { useWordSearch } from '../konsep/use-word-search.ts';
import css from './agenda-filters.module.css';
import {
  channelOptions,
  gradeOptions,
  statusOptions,
  type AgendaSearch,
  type Book,
  type StatusFilter,
} from './agenda-search.ts';
import { channelLabels, statusLooks } from './agenda-words.ts';

export interface FilterProps {
  search: AgendaSearch;
  onChange: (part: AgendaSearch) => void;
}

const gradeLabels = { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat segera' } as const;

function statusLabel(status: StatusFilter): string {
  return status === 'late' ? 'Terlambat' : statusLooks[status].label;
}

interface TicksProps<V extends string> {
  legend: string;
  options: readonly V[];
  labelOf: (value: V) => string;
  chosen: readonly V[] | undefined;
  onChange: (chosen: V[] | undefined) => void;
}

function Ticks<V extends string>({ legend, options, labelOf, chosen = [], onChange }: TicksProps<V>) {
  const toggle = (value: V) => {
    const next = options.filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <fieldset>
      <legend className={css['legend']}>{legend}</legend>
      {options.map((option) => (
        <label key={option} className={css['tick']}>
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          {labelOf(option)}
        </label>
      ))}
    </fieldset>
  );
}

function Dates({ search, onChange }: FilterProps) {
  const today = agencyToday();
  const [year = '', month = ''] = today.split('-');
  const back = new Date(Date.parse(`${today}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);
  const spans = [
    { label: 'Hari ini', dari: today },
    { label: '7 hari terakhir', dari: back },
    { label: 'Bulan ini', dari: `${year}-${month}-01` },
  ];
  return (
    <div className={css['dates']}>
      <div className={css['spans']}>
        {spans.map((span) => (
          <Button key={span.label} size="small" onClick={() => onChange({ dari: span.dari, sampai: today })}>
            {span.label}
          </Button>
        ))}
      </div>
      <DayField
        label="Dari tanggal"
        placeholder="24/11/2026"
        value={search.dari ?? ''}
        onChange={(day) => onChange({ dari: day === '' ? undefined : day })}
      />
      <DayField
        label="Sampai tanggal"
        placeholder="24/11/2026"
        value={search.sampai ?? ''}
        onChange={(day) => onChange({ sampai: day === '' ? undefined : day })}
      />
    </div>
  );
}

function DeskFilter({ label, search, onChange }: FilterProps & { label: string }) {
  const [words, setWords] = useState('');
  const found = useWordSearch(searchDesks, words, (q) => ({ query: { q, limit: 8 } }));
  const desks = found.output?.desks ?? [];
  return (
    <SearchSelect
      label={label}
      inline
      placeholder="Cari jabatan"
      words={words}
      onWords={setWords}
      options={desks.map((desk) => ({ value: desk.positionId, label: desk.title, note: desk.unitName }))}
      chosen={search.meja === undefined ? [] : [search.meja]}
      pending={found.isPending}
      isStale={found.isStale}
      onChoose={(option) => {
        const desk = desks.find((one) => one.positionId === option.value);
        if (desk !== undefined) onChange({ meja: desk.positionId, namaMeja: desk.shortTitle });
        setWords('');
      }}
    />
  );
}

/** "16–24 Nov 2026" */
function spanLabel({ dari, sampai }: AgendaSearch): string {
  if (dari === undefined && sampai === undefined) return 'Tanggal';
  if (dari === undefined) return `Sampai ${formatShortDate(sampai ?? '')}`;
  if (sampai === undefined) return `Sejak ${formatShortDate(dari)}`;
  if (dari === sampai) return formatShortDate(dari);
  const start = dari.slice(0, 7) === sampai.slice(0, 7) ? String(Number(dari.slice(8))) : formatDayMonth(dari);
  return `${start}–${formatShortDate(sampai)}`;
}

function setLabel<V extends string>(name: string, chosen: readonly V[] | undefined, labelOf: (value: V) => string) {
  const [first] = chosen ?? [];
  if (chosen === undefined || first === undefined) return name;
  return chosen.length === 1 ? `${name}: ${labelOf(first)}` : `${name}: ${chosen.length} dipilih`;
}

interface FilterPart {
  name: string;
  label: string;
  icon?: ReactNode;
  isSet: boolean;
  clear: AgendaSearch;
  content: ReactNode;
}

interface TicksPart<V extends string> {
  key: 'sifat' | 'jalur' | 'status';
  legend: string;
  options: readonly V[];
  labelOf: (value: V) => string;
  chosen: readonly V[] | undefined;
}

/** A filter that holds for any of the values ticked. */
function ticksPart<V extends string>(
  { key, legend, options, labelOf, chosen }: TicksPart<V>,
  onChange: FilterProps['onChange'],
): FilterPart {
  return {
    name: key,
    label: setLabel(legend, chosen, labelOf),
    isSet: chosen !== undefined,
    clear: { [key]: undefined },
    content: (
      <Ticks
        legend={legend}
        options={options}
        labelOf={labelOf}
        chosen={chosen}
        onChange={(next) => onChange({ [key]: next })}
      />
    ),
  };
}

/** The filters of a book, each with what the chip says and what opens below it. */
export function filterParts(book: Book, { search, onChange }: FilterProps): FilterPart[] {
  const deskLabel = book === 'incoming' ? 'Diarahkan ke' : 'Ditujukan ke';
  const dates: FilterPart = {
    name: 'tanggal',
    label: spanLabel(search),
    icon: <IconCalendarEvent size={17} stroke={1.8} aria-hidden="true" />,
    isSet: search.dari !== undefined || search.sampai !== undefined,
    clear: { dari: undefined, sampai: undefined },
    content: <Dates search={search} onChange={onChange} />,
  };
  const grades = ticksPart(
    {
      key: 'sifat',
      legend: 'Sifat',
      options: gradeOptions,
      labelOf: (grade) => gradeLabels[grade],
      chosen: search.sifat,
    },
    onChange,
  );
  const desk: FilterPart = {
    name: 'meja',
    label: search.meja === undefined ? deskLabel : `Ke ${search.namaMeja ?? 'satu meja'}`,
    isSet: search.meja !== undefined,
    clear: { meja: undefined, namaMeja: undefined },
    content: <DeskFilter label={deskLabel} search={search} onChange={onChange} />,
  };
  const channels = ticksPart(
    {
      key: 'jalur',
      legend: 'Jalur',
      options: channelOptions,
      labelOf: (channel) => channelLabels[channel],
      chosen: search.jalur,
    },
    onChange,
  );
  const statuses = ticksPart(
    { key: 'status', legend: 'Status', options: statusOptions[book], labelOf: statusLabel, chosen: search.status },
    onChange,
  );
  return book === 'incoming' ? [dates, grades, desk, channels, statuses] : [dates, grades, desk, statuses];
}
