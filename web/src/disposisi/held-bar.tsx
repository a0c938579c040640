import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '../kit/toast.tsx';
import { letGo, useHeld } from './held.ts';
import type { Held } from './kept-held.ts';
import css from './held-bar.module.css';
import { useUndo } from './use-undo.ts';

const tickMs = 200;
const radius = 21;
const round = 2 * Math.PI * radius;

function useLeft({ untilMs }: Held): number {
  const [leftMs, setLeftMs] = useState(() => Math.max(0, untilMs - performance.now()));
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(Math.max(0, untilMs - performance.now())), tickMs);
    return () => clearInterval(timer);
  }, [untilMs]);
  return leftMs;
}

function Ring({ leftMs, totalMs }: { leftMs: number; totalMs: number }) {
  return (
    <span className={css['ring']} aria-hidden="true">
      <svg width="48" height="48" viewBox="0 0 48 48" fill="none" strokeWidth="4" strokeLinecap="round">
        <circle className={css['track']} cx="24" cy="24" r={radius} />
        <circle
          className={css['left']}
          cx="24"
          cy="24"
          r={radius}
          strokeDasharray={round}
          strokeDashoffset={round * (1 - leftMs / totalMs)}
        />
      </svg>
      <span className={css['seconds']}>{Math.ceil(leftMs / 1000)}</span>
    </span>
  );
}

function Countdown({ held }: { held: Held }) {
  const leftMs = useLeft(held);
  const client = useQueryClient();
  const undo = useUndo(held.id);
  const isOver = leftMs === 0 && !undo.pending;

  useEffect(() => {
    if (!isOver) return;
    letGo(held.id);
    showToast('Disposisi terkirim kepada penerima');
    void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/incoming') });
  }, [isOver, held.id, client]);

  return (
    <div className={css['bar']} role="group" aria-label="Disposisi menunggu kirim">
      <Ring leftMs={leftMs} totalMs={held.totalMs} />
      <span className={css['text']}>
        <span className="only-read" role="status">
          Disposisi ditahan sepuluh detik dan belum sampai penerima. Batalkan bila keliru.
        </span>
        <span aria-hidden="true">
          <span className={css['title']}>Terkirim dalam {Math.ceil(leftMs / 1000)} detik</span>
          <br />
          <span className={css['note']}>Belum sampai penerima</span>
        </span>
      </span>
      <button type="button" className={css['undo']} disabled={undo.pending} onClick={undo.press}>
        Batalkan
      </button>
    </div>
  );
}

/** The ten seconds in which a disposition can still be taken back, over whatever screen one has gone on to. */
export function HeldBar() {
  const held = useHeld();
  const last = held.at(-1);
  return last === undefined ? null : <Countdown key={last.id} held={last} />;
}
