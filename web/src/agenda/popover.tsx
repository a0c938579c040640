import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './popover.module.css';

interface PopoverProps {
  label: string;
  icon?: ReactNode;
  /** A filter is set: the chip is filled, and has a way to take it off. */
  isSet: boolean;
  onClear: () => void;
  children: ReactNode;
}

/** A filter chip with its choices below; closes by Escape, by a press elsewhere, and when the focus leaves. */
export function Popover({ label, icon, isSet, onClear, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[data-panel] :is(input, select, button)')?.focus();
    const onPointer = (event: PointerEvent) => {
      if (root.current?.contains(event.target as Node) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  };

  return (
    <div
      className={css['root']}
      ref={root}
      onKeyDown={onKey}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to !== null && !event.currentTarget.contains(to)) setOpen(false);
      }}
    >
      <div className={css['chip']} data-set={isSet ? '' : undefined}>
        <button
          ref={opener}
          type="button"
          className={css['opener']}
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          onClick={() => setOpen(!open)}
        >
          {icon}
          {label}
          {isSet ? null : <IconChevronDown size={16} stroke={2} aria-hidden="true" />}
        </button>
        {isSet ? (
          <button type="button" className={css['clear']} aria-label={`Hapus saringan ${label}`} onClick={onClear}>
            <IconX size={16} stroke={2} aria-hidden="true" />
          </button>
        ) : null}
      </div>
      {open ? (
        <div id={panelId} className={css['panel']} data-panel="" role="group" aria-label={label}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
