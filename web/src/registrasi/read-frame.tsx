import { IconCheck, IconEye } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { KeyHint } from '../kit/index.ts';
import type { KeyName } from '../shell/key-table.ts';
import { keyNameOf } from '../shell/use-keys.ts';
import type { FieldProps } from './field-props.ts';
import { fieldLabels, markReading, type ReadingMark } from './mark-reading.ts';
import css from './read-frame.module.css';
import type { ReadField } from './registration-values.ts';
import { splitReadings, type Readings } from './split-readings.ts';

const readingKeys: readonly string[] = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'] satisfies KeyName[];

interface ReadFrameProps {
  field: ReadField;
  form: FieldProps;
  /** Draws the control; `mark` stands right of its label. */
  children: (mark: ReactNode) => ReactNode;
}

function Mark({ label, mark, onAsk }: { label: string; mark: ReadingMark | undefined; onAsk: () => void }) {
  if (mark === undefined) return null;
  if (mark.tone === 'check')
    return (
      <button type="button" className={css['check']} title="Lihat letaknya pada pindaian" onClick={onAsk}>
        <IconEye size={15} stroke={2} aria-hidden="true" />
        Periksa · {mark.percent}%<span className="only-read"> {label}</span>
      </button>
    );
  return (
    <span className={css['sure']}>
      <IconCheck size={15} stroke={2.4} aria-hidden="true" />
      {mark.tone === 'sure' ? `${mark.percent}%` : 'Diperiksa'}
    </span>
  );
}

interface ChoicesProps {
  label: string;
  readings: Readings;
  value: string;
  onChoose: (value: string) => void;
}

function Choices({ label, readings, value, onChoose }: ChoicesProps) {
  return (
    <div className={css['choices']} role="group" aria-label={`Bacaan ${label}`}>
      <span>Terbaca</span>
      {readings.values.map((reading, index) => (
        <span key={reading} className={css['choice']}>
          {index === 0 ? null : <span>atau</span>}
          <button
            type="button"
            className={css['reading']}
            aria-pressed={reading === value}
            aria-keyshortcuts={`Alt+${index + 1}`}
            onClick={() => onChoose(reading)}
          >
            {readings.choices[index]}
          </button>
        </span>
      ))}
      <span className={css['keys']}>
        <KeyHint>Alt</KeyHint>
        {readings.values.map((reading, index) => (
          <KeyHint key={reading}>{String(index + 1)}</KeyHint>
        ))}
      </span>
    </div>
  );
}

function Confirm({ onConfirm }: { onConfirm: () => void }) {
  return (
    <div className={css['choices']}>
      <span>Sesuai pindaian?</span>
      <button type="button" className={css['reading']} aria-keyshortcuts="Alt+1" onClick={onConfirm}>
        Sudah benar
      </button>
      <span className={css['keys']}>
        <KeyHint>Alt</KeyHint>
        <KeyHint>1</KeyHint>
      </span>
    </div>
  );
}

/** Around one field: how sure its reading is, the readings to choose from, and Alt+1 and so on to choose. */
export function ReadFrame({ field, form, children }: ReadFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const proposal = form.proposals[field];
  const value = form.values[field];
  const mark = markReading(field, form.proposals, form.values, form.edits);
  const readings = mark === undefined || proposal === undefined ? undefined : readingsOf(proposal);
  const asks = mark?.tone === 'check' && form.active === field;

  const choose = (reading: string) => {
    form.change({ [field]: reading });
    form.onChecked(field);
  };
  const onKey = (event: KeyboardEvent) => {
    const at = readingKeys.indexOf(keyNameOf(event));
    const reading = readings?.values[at] ?? (asks && at === 0 ? value : undefined);
    if (reading === undefined) return;
    event.preventDefault();
    choose(reading);
  };
  const ask = () => {
    form.onActive(field);
    frame.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  };

  return (
    <div
      ref={frame}
      className={css['frame']}
      data-check={mark?.tone === 'check' ? '' : undefined}
      data-field={field}
      onFocus={(event) => {
        if (event.target.matches('input, textarea')) form.onActive(field);
      }}
      onKeyDown={onKey}
    >
      {children(<Mark label={fieldLabels[field]} mark={mark} onAsk={ask} />)}
      {readings === undefined ? null : (
        <Choices label={fieldLabels[field]} readings={readings} value={value} onChoose={choose} />
      )}
      {asks && readings === undefined ? <Confirm onConfirm={() => choose(value)} /> : null}
    </div>
  );
}

function readingsOf({ value, alternatives }: { value: string; alternatives: readonly string[] }): Readings | undefined {
  return splitReadings(value, alternatives);
}

/** "Nomor surat *" */
export function RequiredLabel({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <span className={css['star']} aria-hidden="true">
        {' '}
        *
      </span>
      <span className="only-read"> (wajib)</span>
    </>
  );
}
