import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount } from '../format/numbers.ts';
import { Button } from '../kit/index.ts';
import { facets, type FacetKey, type FacetName, type Found } from './facets.ts';
import css from './facet-list.module.css';
import type { SearchState } from './search-state.ts';

interface FacetListProps {
  found: Found;
  state: SearchState;
  /** Undefined takes the filter away. */
  onChoose: (key: FacetKey, value: string | undefined) => void;
}

const firstShown = 5;

function FacetGroup({
  facet,
  options,
  chosen,
  onChoose,
}: {
  facet: { name: FacetName; key: FacetKey; title: string };
  options: Found['facets'][FacetName];
  chosen: string | undefined;
  onChoose: FacetListProps['onChoose'];
}) {
  const [all, setAll] = useState(false);
  const shown = all ? options : options.slice(0, firstShown);
  const hidden = options.length - shown.length;
  return (
    <section className={css['group']}>
      <div className={css['head']}>
        <h2>{facet.title}</h2>
        {hidden > 0 ? (
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            {hidden} lagi<span className="only-read"> pada {facet.title}</span>
          </Button>
        ) : null}
      </div>
      <ul>
        {shown.map((option) => {
          const isChosen = option.value === chosen;
          return (
            <li key={option.value}>
              <button
                type="button"
                className={css['option']}
                aria-pressed={isChosen}
                onClick={() => onChoose(facet.key, isChosen ? undefined : option.value)}
              >
                <span className={css['label']}>{option.label}</span>
                <span className={css['count']}>{formatCount(option.count)}</span>
                {isChosen ? <IconX size={16} stroke={2} aria-hidden="true" /> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How the hits divide by year, classification and so on; one value of each may be chosen. */
export function FacetList({ found, state, onChoose }: FacetListProps) {
  return (
    <div className={css['facets']}>
      {facets.map((facet) => {
        const value = state[facet.key];
        const options = found.facets[facet.name];
        if (options.length === 0) return null;
        return (
          <FacetGroup
            key={facet.key}
            facet={facet}
            options={options}
            chosen={value === undefined ? undefined : String(value)}
            onChoose={onChoose}
          />
        );
      })}
    </div>
  );
}
