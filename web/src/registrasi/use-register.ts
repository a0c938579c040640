import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import type { registerIncomingEndpoint } from '../../../server/registration/contract.ts';
import { useCommand, type Command } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { showToast } from '../kit/index.ts';
import { registerIncoming } from './intake-operations.ts';
import { findGaps, toContent } from './registration-values.ts';
import type { Registration } from './use-registration.ts';

export interface Registering {
  save: (then: 'open' | 'next') => void;
  pending: boolean;
  problem: Command<typeof registerIncomingEndpoint>['problem'];
  errorOf: (path: string) => string | undefined;
}

function sayDone(incoming: Incoming): void {
  const number = incoming.agendaNumber === null ? '' : ` dengan nomor agenda ${formatCount(incoming.agendaNumber)}`;
  const directed = incoming.addressees.length === 0 ? '' : ` dan diarahkan ke ${incoming.addressees.length} meja`;
  showToast(`Surat tersimpan${number}${directed}`);
}

/** After the next drawing, when the sentence under the field is there. */
function focusField(field: string): void {
  requestAnimationFrame(() => {
    const frame = document.querySelector(`[data-field="${field}"]`);
    frame?.querySelector<HTMLElement>('input, textarea')?.focus();
  });
}

interface RegisterStart {
  intakeId: string | null;
  registration: Registration;
  canDirect: boolean;
  nextId: string | undefined;
  /** Goes on with an empty form instead of the queue. */
  onEmpty: (() => void) | undefined;
  /** A field must be filled in: phones turn to its step. */
  onGap: () => void;
}

/** Saves the form as a registered letter, then opens it or goes on to the next one of the queue. */
export function useRegister({ intakeId, registration, canDirect, nextId, onEmpty, onGap }: RegisterStart): Registering {
  const navigate = useNavigate();
  const then = useRef<'open' | 'next'>('open');
  const [gaps, setGaps] = useState<ReturnType<typeof findGaps>>({});

  const goOn = (incoming: Incoming) => {
    if (then.current === 'open') return navigate({ to: '/agenda/masuk/$id', params: { id: incoming.id } });
    if (onEmpty !== undefined) {
      onEmpty();
      return undefined;
    }
    if (nextId === undefined) return navigate({ to: '/agenda/masuk/antrean' });
    return navigate({ to: '/agenda/masuk/registrasi/$intakeId', params: { intakeId: nextId } });
  };
  const command = useCommand(registerIncoming, {
    onDone: (incoming) => {
      registration.end();
      sayDone(incoming);
      void goOn(incoming);
    },
  });

  const save = (next: 'open' | 'next') => {
    const { values, edits } = registration;
    const missing = findGaps(values);
    setGaps(missing);
    const [first] = Object.keys(missing);
    if (first !== undefined) {
      onGap();
      focusField(first);
      return;
    }
    then.current = next;
    const to = canDirect ? edits.desks.map((desk) => desk.positionId) : [];
    command.press({
      body: {
        intakeId,
        content: toContent(values),
        isNotDuplicate: edits.isNotDuplicate,
        direct: to.length === 0 ? null : { to },
      },
    });
  };

  return {
    save,
    pending: command.pending,
    problem: command.problem,
    errorOf: (path) => findGap(gaps, registration, path) ?? command.problem?.field(`content.${path}`),
  };
}

/** A sentence goes away as soon as the field is right, not at the next try. */
function findGap(gaps: ReturnType<typeof findGaps>, registration: Registration, path: string): string | undefined {
  if (path !== 'subject' && path !== 'senderTitle') return undefined;
  return gaps[path] === undefined ? undefined : findGaps(registration.values)[path];
}
