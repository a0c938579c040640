import type { addAnnexEndpoint, Letter } from '../../../server/letters/contract.ts';
import { currentDesk, fileAddress, newKey, type ApiProblem } from '../api/index.ts';
import { ApiProblem as Problem } from '../api/api-problem.ts';
import { offlineProblem, readProblem } from '../api/read-problem.ts';

export const annexLimitBytes = 25 * 1024 * 1024;
export const annexTypes = ['application/pdf', 'image/png', 'image/jpeg'];

export interface UploadInput {
  letterId: string;
  file: File;
  /** Share of the bytes that have left, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends an annex with progress, which fetch cannot tell. Throws ApiProblem. */
export async function uploadAnnex({ letterId, file, onProgress, signal }: UploadInput): Promise<Letter> {
  if (file.size > annexLimitBytes) throw tooLarge();
  const address = fileAddress<typeof addAnnexEndpoint>('/letters/:letterId/annexes', {
    params: { letterId },
    query: { fileName: file.name },
  });
  const reply = await send(address, file, onProgress, signal);
  if (!reply.ok) throw await readProblem(reply);
  return (await reply.json()) as Letter;
}

function tooLarge(): ApiProblem {
  return new Problem({
    code: 'annex_too_large',
    title: 'Lampiran melebihi 25 MB. Perkecil atau pecah berkasnya, lalu unggah lagi.',
    status: 413,
  });
}

function send(
  address: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', newKey());
    const desk = currentDesk();
    if (desk !== undefined) request.setRequestHeader('Lontar-Appointment', desk);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const retryAfter = request.getResponseHeader('retry-after');
      const headers = retryAfter === null ? {} : { 'retry-after': retryAfter };
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    request.onerror = () => reject(offlineProblem());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
