import { Segmented, TextArea, TextField } from '../kit/index.ts';
import { SelectField } from '../kit/select-field.tsx';
import css from './draft-fields.module.css';
import type { FieldProps } from './field-props.ts';
import { gradeNames, securityNames, typeNames } from './letter-words.ts';

function optionsOf<V extends string>(names: Record<V, string>): { value: V; label: string }[] {
  return (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }));
}

export function TypeField({ content, change, isCorrection }: FieldProps) {
  return (
    <SelectField
      label="Jenis naskah"
      value={content.type}
      disabled={isCorrection}
      options={optionsOf(typeNames)}
      onChange={(event) => change({ type: event.target.value as typeof content.type })}
    />
  );
}

export function SubjectField({ content, change, errorOf }: FieldProps) {
  return (
    <TextArea
      label="Hal"
      rows={Math.min(6, Math.max(2, Math.ceil(content.subject.length / 32)))}
      maxLength={300}
      placeholder="Pokok surat dalam satu frasa"
      error={errorOf('subject')}
      value={content.subject}
      onChange={(event) => change({ subject: event.target.value.replaceAll('\n', ' ') })}
    />
  );
}

export function GradeField({ content, change }: FieldProps) {
  return (
    <div className={css['group']}>
      <span className={css['label']} aria-hidden="true">
        Sifat
      </span>
      <Segmented
        full
        label="Sifat"
        value={content.handlingGrade}
        options={optionsOf(gradeNames)}
        onChange={(handlingGrade) => change({ handlingGrade })}
      />
    </div>
  );
}

const secretHint = 'Konsep rahasia tidak disimpan di perangkat; tetap tersambung saat menulis.';

export function SecurityField({ content, change }: FieldProps) {
  const isSecret = content.securityClass === 'R' || content.securityClass === 'SR';
  return (
    <SelectField
      label="Klasifikasi keamanan"
      value={content.securityClass}
      hint={isSecret ? secretHint : undefined}
      options={optionsOf(securityNames)}
      onChange={(event) => change({ securityClass: event.target.value as typeof content.securityClass })}
    />
  );
}

export function DueDateField({ content, change, errorOf }: FieldProps) {
  return (
    <TextField
      label="Balasan diminta paling lambat"
      type="date"
      error={errorOf('dueDate')}
      value={content.dueDate ?? ''}
      onChange={(event) => change({ dueDate: event.target.value === '' ? null : event.target.value })}
    />
  );
}
