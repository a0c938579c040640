import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';
import css from './toast.module.css';

export interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'problem';
  action?: { label: string; run: () => void } | undefined;
  /** How long it stays; problems stay until closed. */
  stayMs: number;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function closeToast(id: number): void {
  setToasts(toasts.filter((toast) => toast.id !== id));
}

/** Says what was done in a corner and to screen readers: `showToast('Konsep diajukan')`. */
export function showToast(text: string, options: Partial<Pick<Toast, 'tone' | 'action' | 'stayMs'>> = {}): number {
  lastId += 1;
  const tone = options.tone ?? 'done';
  const stayMs = options.stayMs ?? (tone === 'done' ? 6000 : 0);
  setToasts([...toasts.slice(-2), { id: lastId, text, tone, action: options.action, stayMs }]);
  return lastId;
}

function ToastCard({ toast }: { toast: Toast }) {
  useEffect(() => {
    if (toast.stayMs === 0) return;
    const timer = setTimeout(() => closeToast(toast.id), toast.stayMs);
    return () => clearTimeout(timer);
  }, [toast]);

  const Icon = toast.tone === 'done' ? IconCheck : IconAlertTriangle;
  return (
    <div className={css['toast']} data-tone={toast.tone}>
      <Icon size={20} stroke={2} aria-hidden="true" />
      <span className={css['text']}>{toast.text}</span>
      {toast.action === undefined ? null : (
        <Button size="small" variant="outline" onClick={toast.action.run}>
          {toast.action.label}
        </Button>
      )}
      <IconButton
        label="Tutup pemberitahuan"
        icon={<IconX size={18} stroke={1.8} />}
        onClick={() => closeToast(toast.id)}
      />
    </div>
  );
}

/** The live region; mounted once, in the shell. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={css['region']} role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
