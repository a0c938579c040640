import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { uploadLoadEndpoint } from '../../../server/exchange/contract.ts';
import { ApiProblem, fileAddress } from '../api/index.ts';
import { sendFile } from '../api/send-file.ts';
import { touches } from '../api/use-command.ts';

export interface LoadChoice {
  kind: 'table' | 'package';
  unitId: string;
  acceptsForeign: boolean;
}

/** A file on its way to the server: its share, and why it did not arrive. */
export function useLoadUpload() {
  const client = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const send = async (file: File, { kind, unitId, acceptsForeign }: LoadChoice): Promise<boolean> => {
    setProblem(null);
    setShare(0);
    const query = {
      kind,
      unitId,
      fileName: file.name.slice(0, 200),
      acceptsForeign: acceptsForeign ? 'true' : 'false',
    };
    const address = fileAddress<typeof uploadLoadEndpoint>('/loads', { query });
    try {
      await sendFile(address, file, { onProgress: setShare, signal: new AbortController().signal });
      await client.invalidateQueries({ predicate: (one) => touches(one.queryKey, ['loads']) });
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      return false;
    } finally {
      setShare(null);
    }
  };
  return { share, problem, send };
}
