import { useCallback, useRef, useState, type RefObject } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import type { SigningProgress } from '../../../server/signing/contract.ts';
import { useCommand, useOperation, type ApiProblem } from '../api/index.ts';
import { getSigning, signLetter } from './signing-operations.ts';

export interface Signing {
  passphrase: string;
  setPassphrase: (text: string) => void;
  formRef: RefObject<HTMLFormElement | null>;
  press: () => void;
  pending: boolean;
  problem: ApiProblem | null;
  forget: () => void;
  progress: SigningProgress | undefined;
  /** The worker has the letter, or is done with it. */
  isUnderWay: boolean;
}

const pollMs = 1000;

function isOver(letter: Letter): boolean {
  return letter.status === 'signed' || letter.status === 'dispatched';
}

function isRunning(progress: SigningProgress | undefined): boolean {
  return progress !== undefined && !progress.isFinished && progress.failure === null;
}

/** Follows the latest attempt: by hints, and every second while it runs. */
function useProgress(letter: Letter, pressed: boolean) {
  const runs = pressed || letter.status === 'signing';
  const hasAttempt = runs || letter.number !== null || isOver(letter);
  return useOperation(
    getSigning,
    { params: { letterId: letter.id } },
    { enabled: hasAttempt, staleTimeMs: 0, refetchIntervalMs: runs ? pollMs : false },
  ).data;
}

/** One letter from the passphrase to the last step; the passphrase stays typed until the server has taken it. */
export function useSigning(letter: Letter): Signing {
  const [passphrase, setPassphrase] = useState('');
  const [pressed, setPressed] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const focusField = useCallback(() => {
    const field = formRef.current?.querySelector<HTMLInputElement>('[name=passphrase]');
    field?.focus();
    field?.select();
  }, []);

  const command = useCommand(signLetter, {
    onDone: () => {
      setPassphrase('');
      setPressed(true);
      command.reset();
    },
    onProblem: (problem) => {
      if (problem.code === 'wrong_passphrase') setTimeout(focusField);
    },
  });

  const progress = useProgress(letter, pressed) ?? command.output;
  const runs = isRunning(progress);
  if (pressed && progress !== undefined && !runs && letter.status !== 'signing') setPressed(false);

  const press = () => {
    if (passphrase === '') focusField();
    else if (!command.pending)
      command.press({ params: { letterId: letter.id }, body: { version: letter.version, passphrase } });
  };

  return {
    passphrase,
    setPassphrase: (text) => {
      setPassphrase(text);
      if (command.problem !== null) command.reset();
    },
    formRef,
    press,
    pending: command.pending,
    problem: command.problem,
    forget: command.reset,
    progress,
    isUnderWay: letter.status === 'signing' || isOver(letter) || (pressed && runs),
  };
}
