import { currentDesk } from './desk.ts';
import { newKey } from './new-key.ts';
import { offlineProblem, readProblem } from './read-problem.ts';

interface SendOptions {
  /** Share of the bytes that have left, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Posts a file as raw bytes with progress, which fetch cannot tell, and reads the JSON reply. Throws ApiProblem. */
export async function sendFile(address: string, file: Blob, options: SendOptions): Promise<unknown> {
  const reply = await post(address, file, options);
  if (!reply.ok) throw await readProblem(reply);
  return reply.json();
}

function post(address: string, file: Blob, { onProgress, signal }: SendOptions): Promise<Response> {
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
