import { DayField, Segmented, TextField } from '../kit/index.ts';
import { SelectField } from '../kit/select-field.tsx';
import type { FieldProps } from './field-props.ts';
import css from './registration-form.module.css';
import { channels, type RegistrationContext } from './registration-values.ts';

const media = [
  { value: 'electronic', label: 'Elektronik' },
  { value: 'paper', label: 'Kertas' },
] as const;

/** How the letter came, in which form, and where its paper lies. */
export function PaperFields({ form, context }: { form: FieldProps; context: RegistrationContext }) {
  const { values, change, errorOf } = form;
  return (
    <div className={css['pair']}>
      <SelectField
        label="Jalur"
        value={values.channel}
        options={channels}
        onChange={(event) => {
          const channel = channels.find((one) => one.value === event.target.value)?.value;
          if (channel !== undefined) change({ channel });
        }}
      />
      <div className={css['group']}>
        <span className={css['label']} aria-hidden="true">
          Bentuk
        </span>
        <Segmented
          full
          label="Bentuk"
          value={values.media}
          options={media}
          onChange={(value) => change({ media: value })}
        />
      </div>
      <DayField
        label="Tenggat jawaban"
        placeholder="Bila surat menyebut tenggat"
        value={values.dueDate}
        error={errorOf('dueDate')}
        onChange={(dueDate) => change({ dueDate })}
      />
      {values.media === 'paper' ? (
        <>
          <TextField
            label="Letak naskah kertas"
            autoComplete="off"
            list="letak-naskah"
            placeholder="Rak, map, atau lemari"
            value={values.physicalLocation}
            error={errorOf('physicalLocation')}
            onChange={(event) => change({ physicalLocation: event.target.value })}
          />
          <datalist id="letak-naskah">
            {context.locations.map((location) => (
              <option key={location} value={location} />
            ))}
          </datalist>
        </>
      ) : null}
    </div>
  );
}
