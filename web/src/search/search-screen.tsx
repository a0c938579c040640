import { IconAdjustmentsHorizontal, IconBookmark } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { usePages } from '../api/index.ts';
import { Button, ErrorNote, Sheet } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { FacetList } from './facet-list.tsx';
import { chosenFacets } from './facets.ts';
import { HitPreview } from './hit-preview.tsx';
import { SavedRow } from './saved-row.tsx';
import { SavedSheet } from './saved-sheet.tsx';
import { SaveSheet } from './save-sheet.tsx';
import { SearchForm } from './search-form.tsx';
import { search, searchInput } from './search-operations.ts';
import { SearchResults } from './search-results.tsx';
import css from './search-screen.module.css';
import { describeTotal, SearchSummary, SortMenu } from './search-summary.tsx';
import { useSaved, useSearchState } from './use-search-state.ts';

type OpenSheet = 'filters' | 'saved' | 'save';

function moveFocus(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-hit]'));
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

export function SearchScreen() {
  const { state, change, drop, clear, show, open } = useSearchState();
  const { saved, open: openSaved } = useSaved(state, show);
  const [selectedId, setSelectedId] = useState<string>();
  const [sheet, setSheet] = useState<OpenSheet>();
  const found = usePages(search, searchInput(state));
  const first = found.pages[0];
  const hits = found.pages.flatMap((page) => page.hits);
  const selected = hits.find((hit) => hit.id === selectedId) ?? hits[0];
  const chosen = chosenFacets(state, first?.facets);
  const count = chosen.length + (state.dari === undefined && state.sampai === undefined ? 0 : 1);
  const canSave = state.simpanan === undefined && (state.q !== undefined || count > 0);
  const top = useRef<HTMLDivElement>(null);
  const closeSheet = () => setSheet(undefined);
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    s: canSave ? () => setSheet('save') : undefined,
    Enter: selected === undefined ? undefined : () => open(selected),
  });

  const run = (words: string) => {
    change({ q: words === '' ? undefined : words });
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const facetList = first?.facets == null ? null : <FacetList found={first.facets} state={state} onChange={change} />;

  return (
    <div className={css['screen']}>
      <PageTitle title="Pencarian Arsip" meta="Hanya yang boleh Anda lihat dari jabatan ini" />
      <div className={css['ask']} ref={top}>
        <SearchForm words={state.q ?? ''} onSearch={run} />
        <SavedRow
          saved={saved}
          chosenId={state.simpanan}
          canSave={canSave}
          onOpen={openSaved}
          onSave={() => setSheet('save')}
          onManage={() => setSheet('saved')}
        />
        <div className={css['tools']}>
          <Button
            variant={count > 0 ? 'primary' : 'plain'}
            icon={<IconAdjustmentsHorizontal size={18} stroke={1.8} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setSheet('filters')}
          >
            {count > 0 ? `Saring ${count}` : 'Saring'}
          </Button>
          <Button
            icon={<IconBookmark size={18} stroke={1.8} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setSheet('saved')}
          >
            Tersimpan
          </Button>
          <SortMenu state={state} onChange={change} />
        </div>
      </div>
      <div className={css['body']}>
        <nav className={css['side']} aria-label="Saringan">
          {facetList}
        </nav>
        <section className={css['found']} aria-label="Hasil">
          <div className={css['head']}>
            <SearchSummary found={first} state={state} chosen={chosen} onDrop={drop} onChange={change} />
            {canSave ? (
              <div className={css['save']}>
                <Button variant="quiet" size="small" onClick={() => setSheet('save')}>
                  Simpan
                </Button>
              </div>
            ) : null}
          </div>
          {found.problem === null ? (
            <SearchResults
              found={found}
              hits={hits}
              hasFilters={count > 0}
              selected={selected}
              onSelect={(hit) => setSelectedId(hit.id)}
              onClear={clear}
            />
          ) : (
            <ErrorNote problem={found.problem} onRetry={found.reload} />
          )}
        </section>
        {selected === undefined ? null : <HitPreview hit={selected} />}
      </div>
      <Sheet
        open={sheet === 'filters'}
        onClose={closeSheet}
        title="Saring hasil"
        footer={
          <>
            <Button onClick={clear} disabled={count === 0}>
              Hapus saringan
            </Button>
            <Button variant="primary" onClick={closeSheet}>
              {first === undefined ? 'Tutup' : `Lihat ${describeTotal(first)} hasil`}
            </Button>
          </>
        }
      >
        {facetList}
      </Sheet>
      <SavedSheet
        open={sheet === 'saved'}
        saved={saved}
        onClose={closeSheet}
        onOpen={(one) => {
          closeSheet();
          openSaved(one);
        }}
      />
      <SaveSheet
        open={sheet === 'save'}
        state={state}
        proposal={[state.q, ...chosen.map(({ label }) => label)].filter(Boolean).join(' ').slice(0, 80)}
        onClose={closeSheet}
        onSaved={(one) => {
          closeSheet();
          show({ ...state, simpanan: one.id });
        }}
      />
    </div>
  );
}
