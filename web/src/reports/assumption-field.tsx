import { useId, useState } from 'react';
import { ControlFrame } from '../kit/index.ts';
import css from './method-card.module.css';
import type { AssumptionInfo } from './assumption-list.ts';

const shownNumber = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

/** Reads "60.000", "2,2" and "2.2"; a dot before exactly three digits parts the thousands. */
export function readNumber(text: string): number | undefined {
  const tight = text.replace(/\s/g, '');
  if (tight === '' || !/^\d[\d.]*(,\d+)?$/.test(tight)) return undefined;
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(tight);
  const value = Number((grouped ? tight.replace(/\./g, '') : tight).replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

function problemOf(text: string, info: AssumptionInfo): string | undefined {
  const value = readNumber(text);
  if (value === undefined) return 'Isi dengan angka.';
  if (value > info.max) return `Paling besar ${shownNumber.format(info.max)}.`;
  return info.isWhole && !Number.isInteger(value) ? 'Isi bilangan bulat.' : undefined;
}

interface AssumptionFieldProps {
  info: AssumptionInfo;
  value: number;
  onChange: (value: number) => void;
}

/** One number of the formula; a figure that cannot be used stays as typed, says why, and leaves the result alone. */
export function AssumptionField({ info, value, onChange }: AssumptionFieldProps) {
  const id = useId();
  const [text, setText] = useState(shownNumber.format(value));
  const problem = problemOf(text, info);
  const change = (next: string) => {
    setText(next);
    const read = readNumber(next);
    if (read !== undefined && problemOf(next, info) === undefined) onChange(read);
  };
  return (
    <div className={css['assumption']}>
      <label htmlFor={id}>
        {info.label}
        <span className={css['source']}>{info.note}</span>
      </label>
      <ControlFrame invalid={problem !== undefined} after={<span className={css['unit']}>{info.unit}</span>}>
        <input
          id={id}
          className={css['number']}
          inputMode={info.isWhole ? 'numeric' : 'decimal'}
          autoComplete="off"
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-unit`}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            if (problem === undefined) setText(shownNumber.format(value));
          }}
        />
      </ControlFrame>
      <span id={`${id}-unit`} className={problem === undefined ? 'only-read' : css['wrong']}>
        {problem ?? info.unit}
      </span>
    </div>
  );
}
