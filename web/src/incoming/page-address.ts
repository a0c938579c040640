import type { getIncomingPageEndpoint } from '../../../server/incoming/contract.ts';
import { fileAddress } from '../api/index.ts';

/** Enough for the width of a phone at two dots per pixel; desktops and enlarged pages get the sharper picture. */
export const phoneWidthPx = 780;
export const fullWidthPx = 1240;

export function pageAddress(incomingId: string, page: number, width: number): string {
  return fileAddress<typeof getIncomingPageEndpoint>('/incoming/:incomingId/pages/:page', {
    params: { incomingId, page },
    query: { width },
  });
}
