import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import css from './field.module.css';

export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldFrameProps {
  label: ReactNode;
  /** Right of the label, such as "Tambah". */
  action?: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
}

interface FieldProps extends FieldFrameProps {
  children: (control: FieldControl) => ReactNode;
}

/** Label, hint and error around any control; the control takes the ids it is given. */
export function Field({ label, action, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = hint !== undefined || error !== undefined;
  return (
    <div className={css['field']}>
      <div className={css['top']}>
        <label className={css['label']} htmlFor={id}>
          {label}
        </label>
        {action}
      </div>
      {children({
        id,
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hasNote ? (
        <div id={noteId} className={css['note']} data-error={error === undefined ? undefined : ''}>
          {error ?? hint}
        </div>
      ) : null}
    </div>
  );
}

/** The frame of a control with something before or after the input, such as an icon, a unit or a button. */
export function ControlFrame({
  before,
  after,
  invalid,
  children,
}: {
  before?: ReactNode;
  after?: ReactNode;
  invalid?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <div className={css['frame']} data-invalid={invalid === true ? '' : undefined}>
      {before}
      {children}
      {after}
    </div>
  );
}

interface TextFieldProps extends FieldFrameProps, InputHTMLAttributes<HTMLInputElement> {
  before?: ReactNode;
  after?: ReactNode;
}

export function TextField({ label, action, hint, error, before, after, ...input }: TextFieldProps) {
  return (
    <Field label={label} action={action} hint={hint} error={error}>
      {(control) => (
        <ControlFrame before={before} after={after} invalid={control['aria-invalid']}>
          <input type="text" {...input} {...control} className={css['input']} />
        </ControlFrame>
      )}
    </Field>
  );
}

interface TextAreaProps extends FieldFrameProps, TextareaHTMLAttributes<HTMLTextAreaElement> {}

export function TextArea({ label, action, hint, error, ...area }: TextAreaProps) {
  return (
    <Field label={label} action={action} hint={hint} error={error}>
      {(control) => <textarea rows={3} {...area} {...control} className={css['area']} />}
    </Field>
  );
}
