import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './menu.module.css';

interface MenuProps {
  /** Name of the list. */
  label: string;
  /** Name of the button when its content is only an icon. */
  buttonLabel?: string;
  button: ReactNode;
  buttonClass?: string | undefined;
  align?: 'start' | 'end';
  wide?: boolean;
  /** Opens above its button, for menus at the foot of the screen. */
  up?: boolean;
  onClose?: () => void;
  children: ReactNode;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function moveFocus(list: HTMLElement, step: number): void {
  const items = Array.from(list.querySelectorAll<HTMLElement>('[role^="menuitem"]'));
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}

/** A button with a list of actions below it; arrows move, Escape closes and gives the focus back. */
export function Menu({
  label,
  buttonLabel,
  button,
  buttonClass,
  align = 'end',
  wide = false,
  up = false,
  onClose,
  children,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();

  useEffect(() => {
    if (wasOpen.current && !open) onClose?.();
    wasOpen.current = open;
  });

  useEffect(() => {
    if (!open) return;
    const chosen = list.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (chosen ?? list.current?.querySelector<HTMLElement>('[role^="menuitem"]') ?? list.current)?.focus();
    const onPointer = (event: PointerEvent) => {
      if (root.current?.contains(event.target as Node) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (step !== undefined && list.current !== null) {
      event.preventDefault();
      moveFocus(list.current, step);
    }
  };

  return (
    <div className={css['root']} ref={root}>
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-label={buttonLabel}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open ? (
        <div
          ref={list}
          id={listId}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={css['list']}
          data-align={align}
          data-wide={wide ? '' : undefined}
          data-up={up ? '' : undefined}
          onKeyDown={onKey}
          onClick={close}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  trailing?: ReactNode;
  note?: string | undefined;
  /** Given for one-of-many lists. */
  checked?: boolean;
  onPick: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, trailing, note, checked, onPick, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      className={css['item']}
      onClick={onPick}
    >
      {icon}
      <span className={css['text']}>
        {children}
        {note === undefined ? null : <span className={css['note']}>{note}</span>}
      </span>
      {trailing}
    </button>
  );
}

export function MenuNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css['head']} role="presentation">
      <div className={css['headTitle']}>{title}</div>
      {children === undefined ? null : <div className={css['note']}>{children}</div>}
    </div>
  );
}
