import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Intake } from '../../../server/intake/contract.ts';
import { currentDesk, isProblem, newKey, queryKey } from '../api/index.ts';
import { createDraftSaver, type SaveFailure, type SaverState } from '../konsep/draft-saver.ts';
import { getIntake, saveIntakeDraft } from './intake-operations.ts';
import { readDraft } from './read-draft.ts';
import { noEdits, type RegistrationEdits, type RegistrationValues } from './registration-values.ts';

export interface Registration {
  edits: RegistrationEdits;
  values: RegistrationValues;
  /** Changes fields of the form. */
  change: (values: Partial<RegistrationValues>) => void;
  set: (edits: Partial<RegistrationEdits>) => void;
  saving: SaverState<RegistrationEdits>;
  /** The item is off the queue: nothing more of the form is sent. */
  end: () => void;
}

function classify(error: unknown): SaveFailure {
  const isRefusal = isProblem(error) && error.status >= 400 && error.status < 500 && error.code !== 'throttled';
  return isRefusal ? 'refused' : 'unreachable';
}

function isSame(left: RegistrationEdits, right: RegistrationEdits): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Registration data stays off the device: it may be of a letter that nobody else is to see. */
const keepNothing = () => Promise.reject(new Error('not kept on this device'));

/** The form over what the pages say. With an item of the queue it is kept on the server while somebody types. */
export function useRegistration(intake: Intake | null, base: RegistrationValues): Registration {
  const client = useQueryClient();
  const [saver] = useState(() => {
    const appointmentId = currentDesk();
    const input = { params: { intakeId: intake?.id ?? '' } };
    return createDraftSaver(
      { content: intake === null ? noEdits : readDraft(intake.draft), version: 0, isAutomatic: intake !== null },
      {
        put: async (edits, version, idempotencyKey) => {
          const draft = { ...edits };
          const { savedAt } = await saveIntakeDraft({ ...input, body: { draft } }, { appointmentId, idempotencyKey });
          client.setQueryData(queryKey(getIntake, input, appointmentId), (known: Intake | undefined) =>
            known === undefined ? known : { ...known, draft, draftSavedAt: savedAt, hasDraft: true },
          );
          return { version };
        },
        read: async () => ({ content: readDraft((await getIntake(input, { appointmentId })).draft), version: 0 }),
        keep: keepNothing,
        forget: () => Promise.resolve(),
        classify,
        isSame,
        newKey,
        now: () => Date.now(),
      },
    );
  });
  const isOver = useRef(false);
  const saving = useSyncExternalStore(saver.subscribe, saver.state);
  const edits = useSyncExternalStore(saver.subscribe, saver.content);
  const isAutomatic = intake !== null;

  useEffect(() => {
    saver.resume();
    const flush = () => {
      if (isAutomatic && !isOver.current && saver.state().phase !== 'saved') void saver.flush();
    };
    const onHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isOver.current && saver.state().phase !== 'saved') event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', onLeave);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', onLeave);
      document.removeEventListener('visibilitychange', onHidden);
      saver.dispose();
      flush();
    };
  }, [saver, isAutomatic]);

  const set = (part: Partial<RegistrationEdits>) => saver.change({ ...saver.content(), ...part });
  return {
    edits,
    values: { ...base, ...edits.values },
    set,
    change: (values) => set({ values: { ...saver.content().values, ...values } }),
    saving,
    end: () => {
      saver.dispose();
      isOver.current = true;
    },
  };
}
