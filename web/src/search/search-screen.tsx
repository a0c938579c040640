import { IconAdjustmentsHorizontal, IconFileSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { SearchHit } from '../../../server/search/contract.ts';
import { usePages, type Pages } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, EmptyState, ErrorNote, KeyHint, Segmented, Sheet, Skeleton, TokenChip } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { FacetList } from './facet-list.tsx';
import { chosenFacets, type ChosenFacet, type FacetKey, type Found } from './facets.ts';
import { HitPreview } from './hit-preview.tsx';
import { SearchForm } from './search-form.tsx';
import { isMasked, SearchHitCard } from './search-hit.tsx';
import { search, searchInput } from './search-operations.ts';
import css from './search-screen.module.css';
import type { SearchState } from './search-state.ts';

const sorts = [
  { value: 'terbaru', label: 'Terbaru' },
  { value: 'relevan', label: 'Paling relevan' },
] as const;

function describeTotal(found: Found): string {
  return `${formatCount(found.total.count)}${found.total.isCapped ? '+' : ''}`;
}

function NothingFound({ chosen, onClear }: { chosen: readonly ChosenFacet[]; onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconFileSearch size={28} stroke={1.8} />}
      title="Tidak ada surat yang cocok"
      action={chosen.length === 0 ? undefined : <Button onClick={onClear}>Hapus semua saringan</Button>}
    >
      Periksa ejaannya, pakai kata yang lebih sedikit, atau cari sebagian nomornya, misalnya nomor:4187. Yang tampil
      hanya surat yang boleh Anda lihat dari jabatan ini.
    </EmptyState>
  );
}

type SortValue = (typeof sorts)[number]['value'];

function Sort({ state, onSort }: { state: SearchState; onSort: (value: SortValue) => void }) {
  return <Segmented label="Urutan" value={state.urut ?? 'terbaru'} options={sorts} onChange={onSort} />;
}

interface SummaryProps {
  found: Found | undefined;
  state: SearchState;
  chosen: readonly ChosenFacet[];
  onChoose: (key: FacetKey, value: undefined) => void;
  onSort: (value: SortValue) => void;
}

/** How many there are, which filters hold, and the order. */
function Summary({ found, state, chosen, onChoose, onSort }: SummaryProps) {
  return (
    <div className={css['summary']}>
      <p role="status" className={css['total']}>
        {found === undefined ? null : (
          <>
            <strong>
              {state.q === undefined ? '' : 'Ditemukan '}
              {describeTotal(found)} surat
            </strong>{' '}
            dalam {formatCount(found.tookMs)} ms
          </>
        )}
      </p>
      {chosen.map((facet) => (
        <TokenChip
          key={facet.key}
          onRemove={() => onChoose(facet.key, undefined)}
          removeLabel={`Hapus saringan ${facet.title}: ${facet.label}`}
        >
          {facet.label}
        </TokenChip>
      ))}
      <div className={css['sort']}>
        <Sort state={state} onSort={onSort} />
      </div>
    </div>
  );
}

interface ResultsProps {
  found: Pages<Found>;
  hits: readonly SearchHit[];
  query: string;
  chosen: readonly ChosenFacet[];
  selected: SearchHit | undefined;
  onSelect: (hit: SearchHit) => void;
  onClear: () => void;
}

function Results({ found, hits, query, chosen, selected, onSelect, onClear }: ResultsProps) {
  if (found.isLoading) return <Skeleton rows={5} height={104} />;
  if (hits.length === 0) return <NothingFound chosen={chosen} onClear={onClear} />;
  return (
    <>
      <ol className={css['hits']} data-stale={found.isStale ? '' : undefined}>
        {hits.map((hit) => (
          <SearchHitCard
            key={hit.letterId}
            hit={hit}
            query={query}
            selected={hit === selected}
            onSelect={() => onSelect(hit)}
          />
        ))}
      </ol>
      {found.loadMore === undefined ? null : (
        <Button full pending={found.isLoadingMore} onClick={found.loadMore}>
          Muat lagi
        </Button>
      )}
      <p className={css['keys']} aria-hidden="true">
        <KeyHint>J</KeyHint>
        <KeyHint>K</KeyHint> pindah <KeyHint>Enter</KeyHint> buka <KeyHint>/</KeyHint> ubah kata
      </p>
    </>
  );
}

function moveFocus(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-hit]'));
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

/** Changes of words and filters go to the address, and come back from there. */
function useSearchState() {
  const state = useSearch({ from: '/meja/arsip' });
  const navigate = useNavigate({ from: '/arsip' });
  const change = (part: SearchState) => void navigate({ search: { ...state, ...part } });
  return {
    state,
    change,
    choose: (key: FacetKey, value: string | undefined) =>
      change({ [key]: key === 'tahun' && value !== undefined ? Number(value) : value }),
    sort: (value: SortValue) => change({ urut: value === 'relevan' ? value : undefined }),
    clear: () => void navigate({ search: { q: state.q, urut: state.urut } }),
    open: (hit: SearchHit) => void navigate({ to: '/surat/$id', params: { id: hit.letterId } }),
  };
}

export function SearchScreen() {
  const { state, change, choose, sort, clear, open } = useSearchState();
  const [selectedId, setSelectedId] = useState<string>();
  const [filtering, setFiltering] = useState(false);
  const found = usePages(search, searchInput(state));
  const first = found.pages[0];
  const hits = found.pages.flatMap((page) => page.hits);
  const selected = hits.find((hit) => hit.letterId === selectedId) ?? hits[0];
  const chosen = chosenFacets(state, first);
  const top = useRef<HTMLDivElement>(null);
  const canOpen = selected !== undefined && !isMasked(selected);
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1), Enter: canOpen ? () => open(selected) : undefined });

  const run = (words: string) => {
    change({ q: words === '' ? undefined : words });
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const facetList = first === undefined ? null : <FacetList found={first} state={state} onChoose={choose} />;

  return (
    <div className={css['screen']}>
      <PageTitle title="Pencarian Arsip" meta="Hanya surat yang boleh Anda lihat dari jabatan ini" />
      <div className={css['ask']} ref={top}>
        <SearchForm words={state.q ?? ''} onSearch={run} />
        <div className={css['tools']}>
          <Button
            variant={chosen.length > 0 ? 'primary' : 'plain'}
            icon={<IconAdjustmentsHorizontal size={18} stroke={1.8} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setFiltering(true)}
          >
            {chosen.length > 0 ? `Saring ${chosen.length}` : 'Saring'}
          </Button>
          <Sort state={state} onSort={sort} />
        </div>
      </div>
      <div className={css['body']}>
        <nav className={css['side']} aria-label="Saringan">
          {facetList}
        </nav>
        <section className={css['found']} aria-label="Hasil">
          <Summary found={first} state={state} chosen={chosen} onChoose={choose} onSort={sort} />
          {found.problem === null ? (
            <Results
              found={found}
              hits={hits}
              query={state.q ?? ''}
              chosen={chosen}
              selected={selected}
              onSelect={(hit) => setSelectedId(hit.letterId)}
              onClear={clear}
            />
          ) : (
            <ErrorNote problem={found.problem} onRetry={found.reload} />
          )}
        </section>
        {selected === undefined ? null : <HitPreview hit={selected} />}
      </div>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        title="Saring hasil"
        footer={
          <>
            <Button onClick={clear} disabled={chosen.length === 0}>
              Hapus saringan
            </Button>
            <Button variant="primary" onClick={() => setFiltering(false)}>
              {first === undefined ? 'Tutup' : `Lihat ${describeTotal(first)} surat`}
            </Button>
          </>
        }
      >
        {facetList}
      </Sheet>
    </div>
  );
}
