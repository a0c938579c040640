import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './chip.module.css';

interface ChipProps {
  selected: boolean;
  onSelect: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

/** A choice in a row of choices; the count stands in the label ("Semua 12"). */
export function Chip({ selected, onSelect, icon, children }: ChipProps) {
  return (
    <button type="button" className={css['chip']} aria-pressed={selected} onClick={onSelect}>
      {icon}
      {children}
    </button>
  );
}

/** Chips on one line that scrolls sideways when they do not fit. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css['row']} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** Something chosen that can be taken away again, such as a recipient. */
export function TokenChip({
  children,
  onRemove,
  removeLabel,
}: {
  children: ReactNode;
  onRemove?: () => void;
  removeLabel?: string;
}) {
  return (
    <span className={css['token']}>
      {children}
      {onRemove === undefined ? null : (
        <button type="button" className={css['remove']} aria-label={removeLabel ?? 'Hapus'} onClick={onRemove}>
          <IconX size={16} stroke={2} />
        </button>
      )}
    </span>
  );
}
