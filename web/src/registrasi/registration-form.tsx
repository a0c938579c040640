import { IconLock, IconMail } from '@tabler/icons-react';
import type { FocusEvent, ReactNode } from 'react';
import { DayField, Segmented, TextArea, TextField } from '../kit/index.ts';
import { ClassificationField } from './classification-field.tsx';
import type { FieldProps } from './field-props.ts';
import { NumberField } from './number-field.tsx';
import { PaperFields } from './paper-fields.tsx';
import { ReadFrame, RequiredLabel } from './read-frame.tsx';
import css from './registration-form.module.css';
import { isSealed, type RegistrationContext, type RegistrationValues } from './registration-values.ts';
import { SenderField, SenderUnitField } from './sender-fields.tsx';

const grades = [
  { value: 'biasa', label: 'Biasa' },
  { value: 'segera', label: 'Segera' },
  { value: 'sangat_segera', label: 'Sangat segera' },
] as const;

const classes = [
  { value: 'B', label: 'Biasa' },
  { value: 'T', label: 'Terbatas' },
  { value: 'R', label: 'Rahasia' },
  { value: 'SR', label: 'Sangat rahasia' },
] as const;

interface RegistrationFormProps {
  form: FieldProps;
  context: RegistrationContext;
  /** How and when it came; not to be changed. */
  received: { at: string; note: string };
  /** The class of a letter that the person may correct but not read: its words stay, and it gets no lower class. */
  hiddenClass?: RegistrationValues['securityClass'] | undefined;
  /** "Arahkan ke", where it may be said in the same breath. */
  direct?: ReactNode;
}

function DateField({ form }: { form: FieldProps }) {
  return (
    <ReadFrame field="letterDate" form={form}>
      {(mark) => (
        <DayField
          label="Tanggal surat"
          action={mark}
          placeholder="Kosongkan bila tidak bertanggal"
          value={form.values.letterDate}
          error={form.errorOf('letterDate')}
          onChange={(letterDate) => form.change({ letterDate })}
        />
      )}
    </ReadFrame>
  );
}

function ReceivedField({ received }: { received: RegistrationFormProps['received'] }) {
  return (
    <div className={css['group']}>
      <div className={css['label']}>Diterima</div>
      <div className={css['fixed']}>
        <IconMail size={18} stroke={1.8} aria-hidden="true" />
        <span className={css['fixedText']}>{received.at}</span>
        <span className={css['fixedNote']}>{received.note}</span>
      </div>
    </div>
  );
}

function LockedText({ label }: { label: string }) {
  return (
    <div className={css['group']}>
      <div className={css['label']}>{label}</div>
      <div className={css['fixed']}>
        <IconLock size={18} stroke={1.8} aria-hidden="true" />
        <span className={css['fixedText']}>Isi dirahasiakan</span>
        <span className={css['fixedNote']}>tetap seperti tercatat</span>
      </div>
    </div>
  );
}

function LockedTexts({ form }: { form: FieldProps }) {
  return (
    <>
      <LockedText label="Hal" />
      {isSealed(form.values) ? null : <LockedText label="Isi ringkas" />}
    </>
  );
}

function Texts({ form }: { form: FieldProps }) {
  const { values, change, errorOf } = form;
  return (
    <>
      <ReadFrame field="subject" form={form}>
        {(mark) => (
          <TextArea
            label={<RequiredLabel>Hal</RequiredLabel>}
            action={mark}
            rows={values.subject.length > 70 ? 2 : 1}
            value={values.subject}
            error={errorOf('subject')}
            onChange={(event) => change({ subject: event.target.value.replace(/\n/gu, ' ') })}
          />
        )}
      </ReadFrame>
      {isSealed(values) ? null : (
        <ReadFrame field="summary" form={form}>
          {(mark) => (
            <TextArea
              label="Isi ringkas"
              action={mark}
              rows={2}
              value={values.summary}
              error={errorOf('summary')}
              onChange={(event) => change({ summary: event.target.value })}
            />
          )}
        </ReadFrame>
      )}
    </>
  );
}

function Grades({ form, hiddenClass }: Pick<RegistrationFormProps, 'form' | 'hiddenClass'>) {
  const { values, change, errorOf } = form;
  const offered = classes.slice(classes.findIndex(({ value }) => value === (hiddenClass ?? 'B')));
  return (
    <div className={css['grades']}>
      <ReadFrame field="handlingGrade" form={form}>
        {(mark) => (
          <div className={css['group']}>
            <div className={css['top']}>
              <span className={css['label']} aria-hidden="true">
                Sifat
              </span>
              {mark}
            </div>
            <Segmented
              full
              label="Sifat"
              value={values.handlingGrade}
              options={grades}
              onChange={(handlingGrade) => change({ handlingGrade })}
            />
          </div>
        )}
      </ReadFrame>
      <ReadFrame field="securityClass" form={form}>
        {(mark) => (
          <div className={css['group']}>
            <div className={css['top']}>
              <span className={css['label']} aria-hidden="true">
                Klasifikasi keamanan
              </span>
              {mark}
            </div>
            <Segmented
              full
              label="Klasifikasi keamanan"
              value={values.securityClass}
              options={offered}
              onChange={(securityClass) => change({ securityClass })}
            />
            {errorOf('securityClass') === undefined ? null : (
              <div className={css['error']}>{errorOf('securityClass')}</div>
            )}
          </div>
        )}
      </ReadFrame>
    </div>
  );
}

function PlainReadField({
  field,
  label,
  form,
}: {
  field: 'attachmentNote' | 'addressee';
  label: string;
  form: FieldProps;
}) {
  return (
    <ReadFrame field={field} form={form}>
      {(mark) => (
        <TextField
          label={label}
          action={mark}
          autoComplete="off"
          value={form.values[field]}
          error={form.errorOf(field)}
          onChange={(event) => form.change({ [field]: event.target.value })}
        />
      )}
    </ReadFrame>
  );
}

/** The list below the field is long: the field goes to the middle of what is seen. */
function makeRoom(event: FocusEvent<HTMLElement>): void {
  event.currentTarget.scrollIntoView({ block: 'center' });
}

/** All fields of a registration; on phones the parts "periksa" and "arahkan" are two steps. */
export function RegistrationForm({ form, context, received, hiddenClass, direct }: RegistrationFormProps) {
  return (
    <>
      <div className={css['part']} data-part="periksa">
        <div className={css['pair']}>
          <NumberField form={form} />
          <SenderField form={form} />
          <DateField form={form} />
          <ReceivedField received={received} />
        </div>
        {hiddenClass === undefined ? <Texts form={form} /> : <LockedTexts form={form} />}
      </div>
      <div className={css['part']} data-part="arahkan">
        <Grades form={form} hiddenClass={hiddenClass} />
        {direct}
        <div onFocus={makeRoom}>
          <ClassificationField
            values={form.values}
            change={form.change}
            context={context}
            error={form.errorOf('classificationCode')}
          />
        </div>
        <div className={css['pair']}>
          <SenderUnitField form={form} />
          <PlainReadField field="addressee" label="Ditujukan kepada" form={form} />
          <PlainReadField field="attachmentNote" label="Lampiran" form={form} />
        </div>
        <PaperFields form={form} context={context} />
      </div>
    </>
  );
}
