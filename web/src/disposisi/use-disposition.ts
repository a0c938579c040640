import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Disposition, DispositionOptions } from '../../../server/dispositions/contract.ts';
import { useSession } from '../accounts/session.ts';
import { isProblem, newKey, useDesk, useOperation, type ApiProblem } from '../api/index.ts';
import { touches } from '../api/use-command.ts';
import { showToast } from '../kit/index.ts';
import { outbox } from '../offline/device-outbox.ts';
import type { OutboxEntry } from '../offline/outbox.ts';
import { findGap, nameRecipients, startDraft, toRecipients, type DispositionDraft } from './disposition-draft.ts';
import { getDispositionOptions } from './disposition-operations.ts';
import { keepDispositionDraft, useDispositionDraft } from './draft-store.ts';
import { hold } from './held.ts';
import { optionsInput } from './options-input.ts';

export interface DispositionWriter {
  options: DispositionOptions | undefined;
  optionsProblem: ApiProblem | null;
  reloadOptions: () => void;
  draft: DispositionDraft | undefined;
  change: (next: (draft: DispositionDraft) => DispositionDraft) => void;
  /** What keeps it from being sent, in words. */
  gap: string | undefined;
  /** Said once somebody has tried to send it as it is. */
  shownGap: string | undefined;
  send: () => void;
  pending: boolean;
  problem: ApiProblem | null;
  /** Throws the draft away, for a further disposition. */
  reset: () => void;
}

interface Subject {
  incomingId: string;
  subject: string;
  /** The disposition that is passed on; null at the root of the letter. */
  parentItemId: string | null;
  enabled: boolean;
  onSent: (given: Disposition | undefined) => void;
}

const refreshed = ['incoming', 'disposition-items', 'counts', 'home'];

/** Everything behind the panel and the sheet: choices, what is filled in, and sending it through the outbox. */
export function useDisposition(about: Subject): DispositionWriter {
  const { incomingId, parentItemId, enabled } = about;
  const desk = useDesk();
  const found = useOperation(getDispositionOptions, optionsInput(incomingId, parentItemId), {
    enabled,
    staleTimeMs: 300_000,
  });
  const options = found.data;
  const place = { desk, incomingId, parentItemId };
  const kept = useDispositionDraft(place);
  const draft = kept ?? (options === undefined ? undefined : startDraft(options));
  const gap = draft === undefined ? undefined : findGap(draft, options?.onInstruction === true);
  const [tried, setTried] = useState(false);
  const sending = useSending(about, draft);

  return {
    options,
    optionsProblem: found.error,
    reloadOptions: () => void found.refetch(),
    draft,
    change: (next) => {
      if (draft !== undefined) keepDispositionDraft(place, next(draft));
    },
    gap,
    shownGap: tried ? gap : undefined,
    send: () => {
      setTried(true);
      if (gap === undefined) void sending.send();
    },
    pending: sending.pending,
    problem: sending.problem,
    reset: () => {
      setTried(false);
      keepDispositionDraft(place, undefined);
    },
  };
}

/** One press makes one key, and a repeated press of the same words repeats it. */
function useSending({ incomingId, parentItemId, subject, onSent }: Subject, draft: DispositionDraft | undefined) {
  const { person } = useSession();
  const desk = useDesk();
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const press = useRef<{ key: string; print: string } | null>(null);

  const entryOf = (filled: DispositionDraft): OutboxEntry => {
    const body = { parentItemId, recipients: toRecipients(filled), sheetFileId: filled.sheet?.id ?? null };
    const print = JSON.stringify([incomingId, body]);
    if (press.current?.print !== print) press.current = { key: newKey(), print };
    return {
      key: press.current.key,
      personId: person.id,
      desk: desk ?? '',
      incomingId,
      command: { kind: 'disposition', body, draft: filled, subject, recipients: nameRecipients(filled) },
      queuedAt: new Date().toISOString(),
      refusal: null,
    };
  };

  const settle = async (filled: DispositionDraft) => {
    const result = await outbox.submit(entryOf(filled));
    if (result.state === 'refused') throw result.error;
    press.current = null;
    if (result.state === 'waiting') {
      showToast('Belum ada sambungan. Disposisi tersimpan di perangkat ini dan terkirim begitu tersambung.');
      onSent(undefined);
      return;
    }
    const given = result.output as Disposition;
    hold(given);
    void client.invalidateQueries({ predicate: (query) => touches(query.queryKey, refreshed) });
    onSent(given);
  };

  const send = async () => {
    if (draft === undefined || pending) return;
    setPending(true);
    setProblem(null);
    try {
      await settle(draft);
    } catch (error) {
      press.current = null;
      if (isProblem(error)) setProblem(error);
      else showToast('Disposisi belum terkirim. Periksa sambungan, lalu coba lagi.', { tone: 'problem' });
    } finally {
      setPending(false);
    }
  };

  return { send, pending, problem };
}
