import { useId, type ReactNode, type SyntheticEvent } from 'react';
import type { ApiProblem } from '../api/api-problem.ts';
import { Button, ErrorNote, Sheet } from '../kit/index.ts';
import css from './file-panel.module.css';

interface FormSheetProps {
  title: string;
  note?: ReactNode;
  button: string;
  pending: boolean;
  disabled?: boolean;
  problem: ApiProblem | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet with one form, whose last button sends it. */
export function FormSheet({
  title,
  note,
  button,
  pending,
  disabled,
  problem,
  onSubmit,
  onClose,
  children,
}: FormSheetProps) {
  const form = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (disabled !== true) onSubmit();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" type="submit" form={form} pending={pending} disabled={disabled === true}>
            {button}
          </Button>
        </>
      }
    >
      <form id={form} className={css['stack']} onSubmit={submit} noValidate>
        {note === undefined ? null : <p className="meta">{note}</p>}
        {children}
        {problem === null ? null : <ErrorNote problem={problem} />}
      </form>
    </Sheet>
  );
}
