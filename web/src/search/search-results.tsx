import { IconFileSearch } from '@tabler/icons-react';
import type { SearchHit } from '../../../server/search/contract.ts';
import type { Pages } from '../api/index.ts';
import { Button, EmptyState, KeyHint, Skeleton } from '../kit/index.ts';
import type { Found } from './facets.ts';
import { SearchHitCard } from './search-hit.tsx';
import css from './search-screen.module.css';

function NothingFound({ hasFilters, onClear }: { hasFilters: boolean; onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconFileSearch size={28} stroke={1.8} />}
      title="Tidak ada yang cocok"
      action={hasFilters ? <Button onClick={onClear}>Hapus semua saringan</Button> : undefined}
    >
      Periksa ejaannya, pakai kata yang lebih sedikit, atau cari sebagian nomornya, misalnya nomor:4187. Yang tampil
      hanya yang boleh Anda lihat dari jabatan ini.
    </EmptyState>
  );
}

interface ResultsProps {
  found: Pages<Found>;
  hits: readonly SearchHit[];
  hasFilters: boolean;
  selected: SearchHit | undefined;
  onSelect: (hit: SearchHit) => void;
  onClear: () => void;
}

/** The hits of every page read so far. */
export function SearchResults({ found, hits, hasFilters, selected, onSelect, onClear }: ResultsProps) {
  if (found.isLoading) return <Skeleton rows={5} height={104} />;
  if (hits.length === 0) return <NothingFound hasFilters={hasFilters} onClear={onClear} />;
  return (
    <>
      <ol className={css['hits']} data-stale={found.isStale ? '' : undefined}>
        {hits.map((hit) => (
          <SearchHitCard key={hit.id} hit={hit} selected={hit === selected} onSelect={() => onSelect(hit)} />
        ))}
      </ol>
      {found.loadMore === undefined ? null : (
        <Button full pending={found.isLoadingMore} onClick={found.loadMore}>
          Muat lagi
        </Button>
      )}
      <p className={css['keys']} aria-hidden="true">
        <KeyHint>J</KeyHint>
        <KeyHint>K</KeyHint> pindah <KeyHint>Enter</KeyHint> buka <KeyHint>/</KeyHint> ubah kata <KeyHint>S</KeyHint>{' '}
        simpan pencarian
      </p>
    </>
  );
}
