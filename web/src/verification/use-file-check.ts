import { useState } from 'react';
import type { FileVerdict } from '../../../server/verification/contract.ts';
import { useCommand, type ApiProblem } from '../api/index.ts';
import { verifyFile } from './verification-operations.ts';

export interface FileCheck {
  /** The last file that was judged. */
  result: { file: File; verdict: FileVerdict } | undefined;
  pending: boolean;
  problem: ApiProblem | null;
  check: (file: File) => void;
  again: () => void;
  close: () => void;
}

/** Compares one file with the letter of a code, or with all letters of this installation without one. */
export function useFileCheck(code: string | undefined): FileCheck {
  const [file, setFile] = useState<File>();
  const command = useCommand(verifyFile, { refresh: [] });
  const check = (next: File) => {
    setFile(next);
    command.press({ query: { code } }, { upload: next });
  };
  return {
    result: file === undefined || command.output === undefined ? undefined : { file, verdict: command.output },
    pending: command.pending,
    problem: command.problem,
    check,
    again: () => {
      if (file !== undefined) check(file);
    },
    close: () => {
      setFile(undefined);
      command.reset();
    },
  };
}
