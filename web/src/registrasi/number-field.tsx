import { useRef, useState } from 'react';
import { ControlFrame } from '../kit/index.ts';
import { Field } from '../kit/field.tsx';
import type { FieldProps } from './field-props.ts';
import css from './number-field.module.css';
import { ReadFrame } from './read-frame.tsx';
import { splitReadings, type Readings } from './split-readings.ts';

/** The same text behind the input with the uncertain part coloured; hidden when the input has scrolled. */
function Mirror({ readings, value }: { readings: Readings; value: string }) {
  const end = value.length - readings.after.length;
  return (
    <span className={css['mirror']} aria-hidden="true">
      {value.slice(0, readings.before.length)}
      <mark>{value.slice(readings.before.length, end)}</mark>
      {value.slice(end)}
    </span>
  );
}

/** The number of the letter as its sender gave it; the digits that can be read in two ways are coloured. */
export function NumberField({ form }: { form: FieldProps }) {
  const { values, proposals, change, errorOf } = form;
  const input = useRef<HTMLInputElement>(null);
  const [isLong, setLong] = useState(false);
  const proposal = proposals.number;
  const readings = proposal === undefined ? undefined : splitReadings(proposal.value, proposal.alternatives);
  const isOneOf = readings?.values.includes(values.number) === true;

  return (
    <ReadFrame field="number" form={form}>
      {(mark) => (
        <Field label="Nomor surat" action={mark} error={errorOf('number')}>
          {(control) => (
            <ControlFrame invalid={control['aria-invalid']}>
              <span className={css['stack']}>
                {isOneOf && !isLong ? <Mirror readings={readings} value={values.number} /> : null}
                <input
                  {...control}
                  ref={input}
                  className={css['input']}
                  autoComplete="off"
                  spellCheck={false}
                  placeholder="Kosongkan bila tidak bernomor"
                  value={values.number}
                  onChange={(event) => change({ number: event.target.value })}
                  onScroll={() => setLong((input.current?.scrollLeft ?? 0) > 0)}
                />
              </span>
            </ControlFrame>
          )}
        </Field>
      )}
    </ReadFrame>
  );
}
