import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { useOperation } from '../api/index.ts';
import { getDispositionTree } from '../disposisi/disposition-operations.ts';
import { useHeld } from '../disposisi/held.ts';
import { useDisposition, type DispositionWriter } from '../disposisi/use-disposition.ts';
import type { OutboxEntry } from '../offline/outbox.ts';
import { useWaitingDisposition } from '../offline/use-outbox.ts';

export interface NextLetter {
  id: string;
  /** Letters that still wait for this desk. */
  left: number | undefined;
}

export interface IncomingWork {
  writer: DispositionWriter;
  canDispose: boolean;
  /** The disposition this desk gave last, one item for each recipient; empty when there is none. */
  given: readonly DispositionItem[];
  /** All recipients of the letter and how many are done. */
  rollup: { total: number; done: number; late: number } | undefined;
  waiting: OutboxEntry | undefined;
  /** The form is in sight: nothing given yet, or a further one is being written. */
  isWriting: boolean;
  writeAgain: () => void;
  isSheetOpen: boolean;
  setSheetOpen: (open: boolean) => void;
  goNext: (() => void) | undefined;
  left: number | undefined;
}

const withDispositions: readonly Incoming['status'][] = ['in_progress', 'done', 'filed'];

/** Those of the last disposition this desk gave at the root of the letter. */
function lastGiven(items: readonly DispositionItem[]): DispositionItem[] {
  const own = items.filter((item) => item.isGiver && item.parentItemId === null && item.status !== 'undone');
  const last = own.reduce<DispositionItem | undefined>(
    (latest, item) => (latest === undefined || item.givenAt > latest.givenAt ? item : latest),
    undefined,
  );
  return own.filter((item) => item.dispositionId === last?.dispositionId);
}

/** What the panel beside the letter and the bar on phones show and do. */
export function useIncomingDisposition(incoming: Incoming, next: NextLetter | undefined): IncomingWork {
  const navigate = useNavigate();
  const [isAgain, setAgain] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isHeld = useHeld().some((held) => held.incomingId === incoming.id);
  const canDispose = incoming.actions.includes('dispose');
  const hasDispositions = isHeld || withDispositions.includes(incoming.status);
  // Also where none is known: one that is held, given here before a reload or on another device, must not be given twice.
  const tree = useOperation(
    getDispositionTree,
    { params: { incomingId: incoming.id } },
    { enabled: canDispose || hasDispositions },
  );
  const given = lastGiven(tree.data?.items ?? []);
  const waiting = useWaitingDisposition(incoming.id);
  const isNoneGiven = given.length === 0 && !(hasDispositions && tree.isLoading);
  const isWriting = canDispose && waiting === undefined && (isAgain || isNoneGiven);
  const writer = useDisposition({
    incomingId: incoming.id,
    subject: incoming.subject,
    parentItemId: null,
    enabled: canDispose,
    onSent: () => {
      setAgain(false);
      setSheetOpen(false);
    },
  });
  return {
    writer,
    canDispose,
    given,
    rollup: tree.data?.rollup,
    waiting,
    isWriting,
    writeAgain: () => {
      writer.reset();
      setAgain(true);
    },
    isSheetOpen,
    setSheetOpen,
    goNext: next === undefined ? undefined : () => void navigate({ to: '/masuk/$id', params: { id: next.id } }),
    left: next?.left,
  };
}
