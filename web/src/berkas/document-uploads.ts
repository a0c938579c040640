import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { uploadDocumentFileEndpoint } from '../../../server/filing/contract.ts';
import { ApiProblem, fileAddress, isProblem, sendFile } from '../api/index.ts';
import { touches } from '../api/use-command.ts';
import { formatSize } from '../format/numbers.ts';
import { filesTouched } from './berkas-operations.ts';

/** What the server takes. */
export const documentTypes = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png';
export const documentLimits = 'PDF, JPG, atau PNG, masing-masing paling besar 25 MB';
const limitBytes = 25 * 1024 * 1024;

export interface DocumentUpload {
  id: number;
  file: File;
  state: 'waiting' | 'sending' | 'failed';
  /** 0 to 1. */
  share: number;
  problem: string;
  stop: AbortController;
}

const nothing: readonly DocumentUpload[] = [];
/** Outside the screens: the form starts them, the document's screen shows them, and leaving a screen stops none. */
const uploads = new Map<string, readonly DocumentUpload[]>();
const running = new Set<string>();
const listeners = new Set<() => void>();
let lastId = 0;

const rowsOf = (documentId: string) => uploads.get(documentId) ?? nothing;

function setRows(documentId: string, rows: readonly DocumentUpload[]): void {
  if (rows.length === 0) uploads.delete(documentId);
  else uploads.set(documentId, rows);
  for (const tell of listeners) tell();
}

function patch(documentId: string, id: number, part: Partial<DocumentUpload>): void {
  setRows(
    documentId,
    rowsOf(documentId).map((row) => (row.id === id ? { ...row, ...part } : row)),
  );
}

function drop(documentId: string, id: number): void {
  setRows(
    documentId,
    rowsOf(documentId).filter((row) => row.id !== id),
  );
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function sentenceOf(error: unknown): string {
  if (!isProblem(error)) return 'Berkas tidak terkirim. Coba unggah lagi.';
  return error.detail ?? error.title;
}

async function post(documentId: string, { id, file, stop }: DocumentUpload): Promise<void> {
  if (file.size > limitBytes)
    throw new ApiProblem({
      code: 'payload_too_large',
      title: `Berkas berukuran ${formatSize(file.size)}; paling besar 25 MB. Perkecil atau pecah berkasnya.`,
      status: 413,
    });
  const address = fileAddress<typeof uploadDocumentFileEndpoint>('/archive-documents/:documentId/files', {
    params: { documentId },
    query: { fileName: file.name.trim() === '' ? 'dokumen' : file.name.slice(-200) },
  });
  await sendFile(address, file, { onProgress: (share) => patch(documentId, id, { share }), signal: stop.signal });
}

async function sendOne(client: QueryClient, documentId: string, row: DocumentUpload): Promise<void> {
  patch(documentId, row.id, { state: 'sending', share: 0, problem: '' });
  try {
    await post(documentId, row);
    await client.invalidateQueries({ predicate: (query) => touches(query.queryKey, filesTouched) });
    drop(documentId, row.id);
  } catch (error) {
    if (row.stop.signal.aborted) drop(documentId, row.id);
    else patch(documentId, row.id, { state: 'failed', problem: sentenceOf(error) });
  }
}

/** One after another: the order of the files is the order of the pages. */
async function run(client: QueryClient, documentId: string): Promise<void> {
  if (running.has(documentId)) return;
  running.add(documentId);
  window.addEventListener('beforeunload', askBeforeLeaving);
  const next = () => rowsOf(documentId).find(({ state }) => state === 'waiting');
  for (let row = next(); row !== undefined; row = next()) await sendOne(client, documentId, row);
  running.delete(documentId);
  if (running.size === 0) window.removeEventListener('beforeunload', askBeforeLeaving);
}

export function startUploads(client: QueryClient, documentId: string, files: readonly File[]): void {
  const added = files.map((file): DocumentUpload => {
    lastId += 1;
    return { id: lastId, file, state: 'waiting', share: 0, problem: '', stop: new AbortController() };
  });
  setRows(documentId, [...rowsOf(documentId), ...added]);
  void run(client, documentId);
}

export interface DocumentUploads {
  rows: readonly DocumentUpload[];
  add: (files: readonly File[]) => void;
  retry: (row: DocumentUpload) => void;
  close: (row: DocumentUpload) => void;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Files on their way to one document, each with its own progress and its own failure. */
export function useDocumentUploads(documentId: string): DocumentUploads {
  const client = useQueryClient();
  const rows = useSyncExternalStore(subscribe, () => rowsOf(documentId));
  return {
    rows,
    add: (files) => startUploads(client, documentId, files),
    retry: ({ id }) => {
      patch(documentId, id, { state: 'waiting' });
      void run(client, documentId);
    },
    close: ({ id, state, stop }) => {
      stop.abort();
      if (state !== 'sending') drop(documentId, id);
    },
  };
}
