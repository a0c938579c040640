import type { IntakeListItem, uploadIntakeEndpoint } from '../../../server/intake/contract.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { fileAddress, sendFile } from '../api/index.ts';
import { formatSize } from '../format/numbers.ts';

const limitBytes = 50 * 1024 * 1024;

export const acceptedTypes = 'application/pdf,image/jpeg,image/png,image/tiff,.pdf,.jpg,.jpeg,.png,.tif,.tiff';

export interface IntakeUpload {
  file: File;
  source: 'upload' | 'camera';
  /** Adds the file to this item instead of making a new one. */
  intakeId: string | undefined;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a scan or photo to the queue. Throws ApiProblem. */
export async function uploadIntake(upload: IntakeUpload): Promise<IntakeListItem> {
  const { file, source, intakeId, onProgress, signal } = upload;
  if (file.size > limitBytes)
    throw new ApiProblem({
      code: 'payload_too_large',
      title: `Berkas berukuran ${formatSize(file.size)}; paling besar 50 MB. Pindai dengan resolusi lebih rendah.`,
      status: 413,
    });
  const address = fileAddress<typeof uploadIntakeEndpoint>('/intake', {
    query: { fileName: file.name === '' ? 'foto.jpg' : file.name, source, intakeId },
  });
  return (await sendFile(address, file, { onProgress, signal })) as IntakeListItem;
}
