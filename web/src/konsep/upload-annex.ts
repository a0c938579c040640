import type { addAnnexEndpoint, Letter } from '../../../server/letters/contract.ts';
import { fileAddress, sendFile, type ApiProblem } from '../api/index.ts';
import { ApiProblem as Problem } from '../api/api-problem.ts';

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
  return (await sendFile(address, file, { onProgress, signal })) as Letter;
}

function tooLarge(): ApiProblem {
  return new Problem({
    code: 'annex_too_large',
    title: 'Lampiran melebihi 25 MB. Perkecil atau pecah berkasnya, lalu unggah lagi.',
    status: 413,
  });
}
