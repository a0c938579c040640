import { useState } from 'react';
import { formatCount } from '../format/numbers.ts';
import { Button, DayField } from '../kit/index.ts';
import { facets, toggled, valuesOf, type FacetKey, type FacetName, type Facets } from './facets.ts';
import css from './facet-list.module.css';
import type { SearchState } from './search-state.ts';

interface FacetListProps {
  found: Facets;
  state: SearchState;
  onChange: (part: SearchState) => void;
}

const firstShown = 4;

interface FacetGroupProps {
  facet: { name: FacetName; key: FacetKey; title: string };
  options: Facets[FacetName];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

function FacetGroup({ facet, options, chosen, onToggle }: FacetGroupProps) {
  const [all, setAll] = useState(false);
  const shown = all ? options : options.filter(({ value }, index) => index < firstShown || chosen.includes(value));
  const hidden = options.length - shown.length;
  return (
    <fieldset className={css['group']}>
      <legend className={css['head']}>{facet.title}</legend>
      {hidden > 0 ? (
        <div className={css['more']}>
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            {hidden} lagi<span className="only-read"> pada {facet.title}</span>
          </Button>
        </div>
      ) : null}
      {shown.map((option) => (
        <label key={option.value} className={css['option']}>
          <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => onToggle(option.value)} />
          <span className={css['label']}>{option.label}</span>
          <span className={css['count']}>{formatCount(option.count)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How the hits divide by year, classification and so on; several values of each may be chosen. */
export function FacetList({ found, state, onChange }: FacetListProps) {
  return (
    <div>
      {facets.map((facet) => {
        const options = found[facet.name];
        if (options.length === 0) return null;
        return (
          <FacetGroup
            key={facet.key}
            facet={facet}
            options={options}
            chosen={valuesOf(state[facet.key])}
            onToggle={(value) => onChange({ [facet.key]: toggled(state[facet.key], value) })}
          />
        );
      })}
      <fieldset className={css['group']}>
        <legend className={css['head']}>Rentang tanggal</legend>
        <div className={css['days']}>
          <DayField
            label="Dari"
            placeholder="24/11/2026"
            value={state.dari ?? ''}
            onChange={(day) => onChange({ dari: day === '' ? undefined : day })}
          />
          <DayField
            label="Sampai"
            placeholder="24/11/2026"
            value={state.sampai ?? ''}
            onChange={(day) => onChange({ sampai: day === '' ? undefined : day })}
          />
        </div>
      </fieldset>
    </div>
  );
}
