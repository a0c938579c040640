import { useId } from 'react';
import css from './segmented.module.css';

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  full?: boolean;
}

/** One of a few, all visible: real radio buttons, so that arrow keys and screen readers work as expected. */
export function Segmented<V extends string>({ label, value, options, onChange, full = false }: SegmentedProps<V>) {
  const name = useId();
  return (
    <div className={css['group']} role="radiogroup" aria-label={label} data-full={full ? '' : undefined}>
      {options.map((option) => (
        <label key={option.value} className={css['option']} data-checked={option.value === value ? '' : undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
