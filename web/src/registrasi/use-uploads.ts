import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../api/index.ts';
import { touches } from '../api/use-command.ts';
import { uploadIntake } from './upload-intake.ts';

export interface UploadRow {
  id: number;
  fileName: string;
  /** 0 to 1. */
  share: number;
  /** Set when it failed; the row stays until it is closed. */
  problem: string | null;
  stop: () => void;
}

export interface Uploads {
  rows: readonly UploadRow[];
  /** Sends files one after the other as pages of one item; tells the item when the first has arrived. */
  send: (files: readonly File[], source: 'upload' | 'camera', intakeId?: string) => Promise<string | undefined>;
  close: (row: UploadRow) => void;
}

let lastId = 0;

function sentenceOf(error: unknown): string {
  return isProblem(error) ? error.message : 'Berkas tidak terkirim. Coba unggah lagi.';
}

/** Files on their way to the queue, each with its own progress and its own failure. */
export function useUploads(): Uploads {
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly UploadRow[]>([]);
  const patch = (id: number, part: Partial<UploadRow>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const drop = (id: number) => setRows((all) => all.filter((row) => row.id !== id));

  const sendOne = async (file: File, source: 'upload' | 'camera', intakeId: string | undefined) => {
    const stop = new AbortController();
    lastId += 1;
    const id = lastId;
    setRows((all) => [...all, { id, fileName: file.name, share: 0, problem: null, stop: () => stop.abort() }]);
    try {
      const onProgress = (share: number) => patch(id, { share });
      const item = await uploadIntake({ file, source, intakeId, onProgress, signal: stop.signal });
      drop(id);
      return item.id;
    } catch (error) {
      if (stop.signal.aborted) drop(id);
      else patch(id, { problem: sentenceOf(error) });
      return intakeId;
    }
  };

  return {
    rows,
    send: async (files, source, intakeId) => {
      let item = intakeId;
      for (const file of files) item = await sendOne(file, source, item);
      await client.invalidateQueries({ predicate: (query) => touches(query.queryKey, ['intake']) });
      return item;
    },
    close: (row) => {
      row.stop();
      drop(row.id);
    },
  };
}
