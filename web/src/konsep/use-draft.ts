import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { sessionQuery } from '../accounts/session.ts';
import { currentDesk, isProblem, newKey, queryKey } from '../api/index.ts';
import { fromLetter, isSameContent, toLetterContent, type DraftContent } from './draft-content.ts';
import {
  createDraftSaver,
  type DraftSaver,
  type SaveFailure,
  type SaverDoors,
  type SaverState,
} from './draft-saver.ts';
import { getLetter, saveLetter } from '../letters/letter-operations.ts';
import { findLocalDraft, forgetLocalDraft, keepLocalDraft, type LocalDraft } from './local-drafts.ts';

export interface DraftEditing {
  content: DraftContent;
  /** Changes some fields; saved by itself. */
  change: (fields: Partial<DraftContent>) => void;
  saver: DraftSaver<DraftContent>;
  saving: SaverState<DraftContent>;
  /** Words found on this device that the server did not have were put back when the screen opened. */
  isRestored: boolean;
}

export interface DraftStart {
  letter: Letter;
  /** Words of this device that the server may not have. */
  local: LocalDraft | undefined;
}

export async function readDraftStart(letterId: string, personId: string): Promise<DraftStart> {
  const [letter, local] = await Promise.all([
    getLetter({ params: { letterId } }),
    findLocalDraft(personId, letterId).catch(() => undefined),
  ]);
  return { letter, local };
}

function classify(error: unknown): SaveFailure {
  if (isProblem(error, 'stale_version')) return 'stale';
  const isRefusal = isProblem(error) && error.status >= 400 && error.status < 500 && error.code !== 'throttled';
  return isRefusal ? 'refused' : 'unreachable';
}

interface SaverNews {
  onSaved: (letter: Letter) => void;
  onSignedOut: () => void;
}

function doorsOf(letterId: string, personId: string, news: SaverNews): SaverDoors<DraftContent> {
  const appointmentId = currentDesk();
  return {
    put: async (content, version, idempotencyKey) => {
      const input = { params: { letterId }, body: { version, content: toLetterContent(content) } };
      const letter = await saveLetter(input, { appointmentId, idempotencyKey });
      news.onSaved(letter);
      return letter;
    },
    read: async () => {
      const letter = await getLetter({ params: { letterId } }, { appointmentId });
      return { content: fromLetter(letter), version: letter.version };
    },
    keep: (copy) => keepLocalDraft(personId, letterId, copy),
    forget: () => forgetLocalDraft(personId, letterId),
    classify: (error) => {
      if (isProblem(error, 'unauthenticated')) news.onSignedOut();
      return classify(error);
    },
    isSame: isSameContent,
    newKey,
    now: () => Date.now(),
  };
}

/** The draft on the screen and its saving; `start` is read once. */
export function useDraft(start: DraftStart, personId: string): DraftEditing {
  const client = useQueryClient();
  const [{ saver, isRestored, isAutomatic }] = useState(() => {
    const { letter, local } = start;
    const key = queryKey(getLetter, { params: { letterId: letter.id } }, currentDesk());
    const stored = fromLetter(letter);
    const isAutomatic = letter.actions.includes('save');
    const doors = doorsOf(letter.id, personId, {
      onSaved: (saved) => client.setQueryData(key, saved),
      // Asking who we are leads to the log in; the words stay on the device for the same person.
      onSignedOut: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    });
    const made = createDraftSaver({ content: stored, version: letter.version, isAutomatic }, doors);
    const hasMore = local !== undefined && !isSameContent(local.content, stored);
    if (hasMore) made.restore(local);
    return { saver: made, isRestored: hasMore, isAutomatic };
  });
  const saving = useSyncExternalStore(saver.subscribe, saver.state);
  const content = useSyncExternalStore(saver.subscribe, saver.content);

  useEffect(() => {
    saver.resume();
    const stop = sendWhenPossible(saver, isAutomatic);
    return () => {
      stop();
      saver.dispose();
      if (isAutomatic) void saver.flush();
    };
  }, [saver, isAutomatic]);

  const change = useCallback(
    (fields: Partial<DraftContent>) => saver.change({ ...saver.content(), ...fields }),
    [saver],
  );
  return { content, change, saver, saving, isRestored };
}

/** A returning network and a tab that is put away are the moments to send at once. */
function sendWhenPossible(saver: DraftSaver<DraftContent>, isAutomatic: boolean): () => void {
  const send = () => {
    if (isAutomatic) void saver.flush();
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') send();
  };
  const onLeave = (event: BeforeUnloadEvent) => {
    if (saver.state().phase === 'dirty') event.preventDefault();
  };
  window.addEventListener('online', send);
  window.addEventListener('beforeunload', onLeave);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    window.removeEventListener('online', send);
    window.removeEventListener('beforeunload', onLeave);
    document.removeEventListener('visibilitychange', onHidden);
  };
}
