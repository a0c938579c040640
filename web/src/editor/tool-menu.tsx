import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './tool-menu.module.css';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  /** At the right end: the keys that do the same. */
  keys?: string;
  checked?: boolean;
  disabled?: boolean;
  run: () => void;
}

interface MenuProps {
  /** Read aloud and shown as a tooltip. */
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  className?: string | undefined;
  tabIndex?: number;
  /** The end of the button at which the list hangs. */
  align?: 'start' | 'end';
  direction?: 'down' | 'up';
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A button with a list of actions; arrows move, Escape closes and gives the focus back. */
export function ToolMenu({
  label,
  trigger,
  items,
  className,
  tabIndex,
  align = 'start',
  direction = 'down',
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const entries = () => root.current?.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)');
    entries()?.[0]?.focus();
    const onOutside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onOutside);
    return () => document.removeEventListener('pointerdown', onOutside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Tab') setOpen(false);
    const step = steps[event.key];
    const entries = Array.from(root.current?.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)') ?? []);
    if (step === undefined || entries.length === 0) return;
    event.preventDefault();
    entries[step(entries.indexOf(document.activeElement as HTMLElement), entries.length)]?.focus();
  };

  return (
    <div className={css['root']} ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-tool=""
        tabIndex={tabIndex}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open ? (
        <div
          id={id}
          role="menu"
          aria-label={label}
          className={css['list']}
          data-align={align}
          data-direction={direction}
          onKeyDown={onKey}
        >
          {items.map((item) => (
            <MenuEntry key={item.label} item={item} onDone={() => setOpen(false)} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function MenuEntry({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const isChoice = item.checked !== undefined;
  return (
    <button
      type="button"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={item.checked}
      data-entry=""
      tabIndex={-1}
      className={css['entry']}
      disabled={item.disabled}
      onClick={() => {
        onDone();
        item.run();
      }}
    >
      {item.icon}
      <span className={css['text']}>{item.label}</span>
      {item.keys === undefined ? null : <kbd className={css['keys']}>{item.keys}</kbd>}
    </button>
  );
}
