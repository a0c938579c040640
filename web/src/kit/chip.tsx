import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './chip.module.css';

interface ChipProps {
  selected: boolean;
  onSelect: () => void;
  icon?: ReactNode;
  /** Read aloud when the content is only an icon. */
  label?: string | undefined;
  children?: ReactNode;
}

/** A choice in a row of choices; the count stands in the label ("Semua 12"). */
export function Chip({ selected, onSelect, icon, label, children }: ChipProps) {
  return (
    <button type="button" className={css['chip']} aria-pressed={selected} aria-label={label} onClick={onSelect}>
      {icon}
      {children}
    </button>
  );
}

/** One of several choices that may hold together; a tick stands in place of the icon when it is chosen. */
export function ChoiceChip({ icon, ...chip }: ChipProps) {
  return <Chip {...chip} icon={chip.selected ? <IconCheck size={16} stroke={2.2} aria-hidden="true" /> : icon} />;
}

interface MoreChipProps {
  open: boolean;
  onToggle: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

/** The way to choices that are not in sight. */
export function MoreChip({ open, onToggle, icon, children }: MoreChipProps) {
  return (
    <button type="button" className={css['chip']} data-more="" aria-expanded={open} onClick={onToggle}>
      {icon}
      {children}
    </button>
  );
}

/** Chips that go on in the next line when they do not fit. */
export function ChipSet({ children }: { children: ReactNode }) {
  return <div className={css['set']}>{children}</div>;
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
