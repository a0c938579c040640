import { IconPlus } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import css from './draft-fields.module.css';

interface FieldGroupProps {
  label: string;
  action?: ReactNode;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** A label over several controls, such as chips. */
export function FieldGroup({ label, action, hint, error, children }: FieldGroupProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={css['group']}>
      <div className={css['top']}>
        <span id={id} className={css['label']}>
          {label}
        </span>
        {action}
      </div>
      {children}
      {error === undefined && hint === undefined ? null : (
        <div className={css['note']} data-error={error === undefined ? undefined : ''}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

export function AddButton({ of, onPress, expanded }: { of: string; onPress: () => void; expanded?: boolean }) {
  return (
    <button type="button" className={css['add']} aria-label={`Tambah ${of}`} aria-expanded={expanded} onClick={onPress}>
      <IconPlus size={16} stroke={2} aria-hidden="true" />
      Tambah
    </button>
  );
}
