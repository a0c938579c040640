import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { currentDesk, isProblem, queryKey, useCommand } from '../api/index.ts';
import { showToast } from '../kit/index.ts';
import { getLetter, removeAnnex } from '../letters/letter-operations.ts';
import { uploadAnnex } from './upload-annex.ts';

export interface Upload {
  id: number;
  fileName: string;
  /** 0 to 1. */
  share: number;
  /** Set when it failed; the row stays until it is closed. */
  problem: string | null;
  stop: () => void;
}

export interface Annexes {
  uploads: readonly Upload[];
  add: (files: Iterable<File>) => void;
  remove: (annexId: string) => void;
  close: (upload: Upload) => void;
}

let lastId = 0;

/** Uploads and removals of a draft's annexes; each file shows its own progress and its own failure. */
export function useAnnexes(letterId: string): Annexes {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const show = (letter: Letter) =>
    client.setQueryData(queryKey(getLetter, { params: { letterId } }, currentDesk()), letter);
  const removal = useCommand(removeAnnex, {
    onDone: show,
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
    refresh: [],
  });

  const patch = (id: number, fields: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)));
  const drop = (id: number) => setUploads((all) => all.filter((upload) => upload.id !== id));

  const begin = async (file: File) => {
    const stop = new AbortController();
    lastId += 1;
    const id = lastId;
    const row: Upload = { id, fileName: file.name, share: 0, problem: null, stop: () => stop.abort() };
    setUploads((all) => [...all, row]);
    try {
      const onProgress = (share: number) => patch(id, { share });
      show(await uploadAnnex({ letterId, file, onProgress, signal: stop.signal }));
      drop(id);
    } catch (error) {
      if (stop.signal.aborted) drop(id);
      else patch(id, { problem: sentenceOf(error) });
    }
  };

  return {
    uploads,
    add: (files) => {
      for (const file of files) void begin(file);
    },
    remove: (annexId) => removal.press({ params: { letterId, annexId } }),
    close: (upload) => {
      upload.stop();
      drop(upload.id);
    },
  };
}

function sentenceOf(error: unknown): string {
  return isProblem(error) ? error.message : 'Berkas tidak terkirim. Coba unggah lagi.';
}
