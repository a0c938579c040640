import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import css from './toolbar.module.css';

interface ToolbarProps {
  label: string;
  tone?: 'plain' | 'table';
  children: ReactNode;
}

/** One tab stop: arrows, Home and End move among the tools (WAI-ARIA toolbar pattern). */
export function Toolbar({ label, tone = 'plain', children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);

  const tools = () =>
    Array.from(bar.current?.querySelectorAll<HTMLButtonElement>('[data-tool]') ?? []).filter(
      (tool) => tool.offsetParent !== null,
    );

  const onKey = (event: KeyboardEvent) => {
    const all = tools();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = nextIndex(event.key, at, all.length);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };

  const onFocus = (target: EventTarget) => {
    if (!(target instanceof HTMLElement) || target.dataset['tool'] === undefined) return;
    for (const tool of tools()) tool.tabIndex = tool === target ? 0 : -1;
  };

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={css['toolbar']}
      data-tone={tone}
      onKeyDown={onKey}
      onFocus={(event) => onFocus(event.target)}
    >
      {children}
    </div>
  );
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

interface ToolProps {
  label: string;
  /** Shown in the tooltip after the label. */
  keys?: string;
  icon: ReactNode;
  pressed?: boolean;
  disabled?: boolean;
  /** The first tool of a bar takes the tab stop. */
  first?: boolean;
  /** Text beside the icon. */
  text?: string;
  framed?: boolean;
  /** Only on wide screens; on phones it is in the overflow menu. */
  wide?: boolean;
  onPress: () => void;
}

/** Keeps the selection in the text: the mouse does not move the focus here. */
export function Tool({ label, keys, icon, pressed, disabled, first, text, framed, wide, onPress }: ToolProps) {
  return (
    <button
      type="button"
      data-tool=""
      className={css['tool']}
      data-framed={framed === true ? '' : undefined}
      data-wide={wide === true ? '' : undefined}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-label={text === undefined ? label : undefined}
      aria-pressed={pressed}
      tabIndex={first === true ? 0 : -1}
      aria-disabled={disabled === true ? true : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled === true ? undefined : onPress}
    >
      {icon}
      {text}
    </button>
  );
}

export function ToolGap() {
  return <span className={css['gap']} aria-hidden="true" />;
}
