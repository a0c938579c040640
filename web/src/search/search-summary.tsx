import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { exportSearchEndpoint } from '../../../server/search/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatShortDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Menu, MenuItem, TokenChip, useDownload } from '../kit/index.ts';
import type { ChosenFacet, FacetKey, Found } from './facets.ts';
import { wantedQuery } from './search-operations.ts';
import css from './search-summary.module.css';
import type { SearchState } from './search-state.ts';

const sorts = [
  { value: 'relevan', label: 'Paling relevan' },
  { value: undefined, label: 'Terbaru' },
  { value: 'terlama', label: 'Terlama' },
] as const;

export function describeTotal(found: Found | undefined): string {
  if (found?.total == null) return '';
  return `${formatCount(found.total.count)}${found.total.isCapped ? '+' : ''}`;
}

/** The order of the hits, as a menu. */
export function SortMenu({ state, onChange }: { state: SearchState; onChange: (part: SearchState) => void }) {
  const chosen = sorts.find(({ value }) => value === state.urut) ?? sorts[1];
  return (
    <Menu
      label="Urutan"
      buttonLabel={`Urutan: ${chosen.label}`}
      buttonClass={css['sort']}
      button={
        <>
          {chosen.label}
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </>
      }
    >
      {sorts.map(({ value, label }) => (
        <MenuItem key={label} checked={value === state.urut} onPick={() => onChange({ urut: value })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

function ExportMenu({ state }: { state: SearchState }) {
  const { save } = useDownload();
  const download = (format: 'csv' | 'xlsx') => {
    const query = { ...wantedQuery(state), format };
    save(fileAddress<typeof exportSearchEndpoint>('/search/export', { query }));
  };
  return (
    <Menu
      label="Unduh hasil"
      buttonLabel="Unduh hasil"
      buttonClass={css['sort']}
      button={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
    >
      <MenuItem note="Paling banyak 10.000 baris, dicatat" onPick={() => download('xlsx')}>
        Unduh sebagai Excel
      </MenuItem>
      <MenuItem onPick={() => download('csv')}>Unduh sebagai CSV</MenuItem>
    </Menu>
  );
}

interface SummaryProps {
  found: Found | undefined;
  state: SearchState;
  chosen: readonly ChosenFacet[];
  onDrop: (key: FacetKey) => void;
  onChange: (part: SearchState) => void;
}

function spanWords({ dari, sampai }: SearchState): string | undefined {
  if (dari === undefined && sampai === undefined) return undefined;
  const words = [dari === undefined ? '' : `sejak ${formatShortDate(dari)}`];
  if (sampai !== undefined) words.push(`sampai ${formatShortDate(sampai)}`);
  return words.join(' ').trim();
}

/** How many there are, which filters hold, and the order. */
export function SearchSummary({ found, state, chosen, onDrop, onChange }: SummaryProps) {
  const span = spanWords(state);
  return (
    <div className={css['summary']}>
      <p role="status" className={css['total']}>
        {found === undefined ? null : found.total === null ? (
          'Terlalu banyak untuk dihitung. Tambahkan kata atau tahun agar saringan muncul.'
        ) : (
          <>
            <strong>
              {state.q === undefined ? '' : 'Ditemukan '}
              {describeTotal(found)}
              {state.q === undefined ? ' surat' : ''}
            </strong>{' '}
            dalam {formatCount(found.tookMs)} ms
          </>
        )}
      </p>
      {state.berkas === undefined ? null : (
        <TokenChip onRemove={() => onChange({ berkas: undefined })} removeLabel="Cari di semua berkas">
          Di berkas ini saja
        </TokenChip>
      )}
      {chosen.map((facet) => (
        <TokenChip
          key={facet.key}
          onRemove={() => onDrop(facet.key)}
          removeLabel={`Hapus saringan ${facet.title}: ${facet.label}`}
        >
          {facet.label}
        </TokenChip>
      ))}
      {span === undefined ? null : (
        <TokenChip
          onRemove={() => onChange({ dari: undefined, sampai: undefined })}
          removeLabel={`Hapus rentang tanggal: ${span}`}
        >
          {span}
        </TokenChip>
      )}
      <div className={css['tools']}>
        <ExportMenu state={state} />
        <SortMenu state={state} onChange={onChange} />
      </div>
    </div>
  );
}
