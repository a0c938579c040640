import { useState, useSyncExternalStore } from 'react';
import { KeyHint } from '../kit/key-hint.tsx';
import { Sheet } from '../kit/sheet.tsx';
import css from './key-list.module.css';
import { keyParts, printedKeys } from './key-table.ts';
import { areKeysOn, setKeysOn, useKeys } from './use-keys.ts';

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
      {keyParts.map((part) => (
        <section key={part.title} className={css['part']}>
          <h3 className={css['title']}>{part.title}</h3>
          <dl className={css['rows']}>
            {part.rows.map((row) => (
              <div key={row.does} className={css['row']}>
                <dt>{row.does}</dt>
                <dd>
                  {row.keys.map((name) => (
                    <span key={name} className={css['keys']}>
                      {printedKeys(name).map((key) => (
                        <KeyHint key={key}>{key}</KeyHint>
                      ))}
                      <span className="only-read">{printedKeys(name).join(' ')}</span>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className={css['switch']}>
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        Pakai pintasan satu tombol
      </label>
    </Sheet>
  );
}
