import { useState, useSyncExternalStore } from 'react';
import { KeyHint } from '../kit/key-hint.tsx';
import { Sheet } from '../kit/sheet.tsx';
import css from './key-list.module.css';
import { areKeysOn, setKeysOn, useKeys } from './use-keys.ts';

const rows: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['J', 'K'], does: 'Pindah ke surat berikutnya atau sebelumnya' },
  { keys: ['Enter'], does: 'Buka surat' },
  { keys: ['P'], does: 'Paraf' },
  { keys: ['T'], does: 'Tanda tangan' },
  { keys: ['R'], does: 'Kembalikan' },
  { keys: ['/'], does: 'Cari' },
  { keys: ['Ctrl', 'K'], does: 'Daftar perintah' },
  { keys: ['?'], does: 'Daftar ini' },
];

let isOpen = false;
const listeners = new Set<() => void>();

function setOpen(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function openKeyList(): void {
  setOpen(true);
}

/** The list behind '?'; mounted once, in the shell. */
export function KeyList() {
  const open = useSyncExternalStore(subscribe, () => isOpen);
  const [on, setOn] = useState(areKeysOn);
  useKeys({ '?': openKeyList });

  const turn = (next: boolean) => {
    setKeysOn(next);
    setOn(next);
  };

  return (
    <Sheet open={open} onClose={() => setOpen(false)} title="Pintasan papan tombol">
      <dl className={css['rows']}>
        {rows.map((row) => (
          <div key={row.does} className={css['row']}>
            <dt>{row.does}</dt>
            <dd>
              {row.keys.map((key) => (
                <span key={key}>
                  <KeyHint>{key}</KeyHint>
                  <span className="only-read">{key}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className={css['switch']}>
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        Pakai pintasan satu tombol
      </label>
    </Sheet>
  );
}
