import { useRef, type KeyboardEvent } from 'react';
import { CountPill } from './badge.tsx';
import css from './tabs.module.css';

export interface TabItem<V extends string> {
  value: V;
  label: string;
  count?: number | undefined;
}

interface TabsProps<V extends string> {
  label: string;
  value: V;
  tabs: readonly TabItem<V>[];
  onChange: (value: V) => void;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** The panel below takes `tabPanelProps(value)`. */
export function Tabs<V extends string>({ label, value, tabs, onChange }: TabsProps<V>) {
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };

  return (
    <div className={css['tabs']} role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`tab-${tab.value}`}
          aria-controls={tab.value === value ? `panel-${tab.value}` : undefined}
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          data-value={tab.value}
          className={css['tab']}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count === undefined ? null : <CountPill>{tab.count}</CountPill>}
        </button>
      ))}
    </div>
  );
}

export function tabPanelProps(value: string) {
  return { role: 'tabpanel', id: `panel-${value}`, 'aria-labelledby': `tab-${value}` } as const;
}
