import { reach } from './reach.ts';
import { offlineProblem, readProblem } from './read-problem.ts';

export interface FetchedFile {
  bytes: Blob;
  fileName: string;
}

/** The name in a Content-Disposition; the last part of the address when it has none. */
export function fileNameOf(disposition: string | null, address: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const plain = /filename="([^"]+)"/iu.exec(disposition ?? '')?.[1];
  return plain ?? address.split('?')[0]?.split('/').at(-1) ?? 'berkas';
}

/** Reads a whole file, so that what the server refuses can be said in the page. Throws ApiProblem. */
export async function fetchFile(address: string): Promise<FetchedFile> {
  const response = await reach(address, { credentials: 'same-origin' });
  if (!response.ok) throw await readProblem(response);
  try {
    return { bytes: await response.blob(), fileName: fileNameOf(response.headers.get('content-disposition'), address) };
  } catch {
    throw offlineProblem();
  }
}
