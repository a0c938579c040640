import type { printBoxLabelsEndpoint, StorageBox } from '../../../server/filing/contract.ts';
import { fileAddress } from '../api/index.ts';

/** `Depo Lantai 1, rak B-3`. */
export function boxPlace({ room, rack }: Pick<StorageBox, 'room' | 'rack'>): string {
  const parts = [room, rack === '' ? '' : `rak ${rack}`].filter((part) => part !== '');
  return parts.length === 0 ? 'Lokasi belum ditentukan' : parts.join(', ');
}

/** `12 berkas, 2019–2021`. */
export function boxContents({ fileCount, firstYear, lastYear }: StorageBox): string {
  if (fileCount === 0 || firstYear === null || lastYear === null) return 'Kosong';
  return `${fileCount} berkas, ${firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`}`;
}

/** Labels with QR codes, as PDF. */
export function labelsAddress(boxIds: readonly string[]): string {
  return fileAddress<typeof printBoxLabelsEndpoint>('/storage-box-labels', { query: { boxes: boxIds.join(',') } });
}
