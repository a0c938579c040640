import type { z } from 'zod';
import type { PreviewPage as PageReply } from '../../../server/letters/contract.ts';

export interface PreviewPage {
  /** Object address; freed by releasePages. */
  src: string;
  width: number;
  height: number;
}

export function toPreviewPages(pages: readonly z.output<typeof PageReply>[]): PreviewPage[] {
  return pages.map((page) => {
    const bytes = Uint8Array.from(atob(page.base64), (char) => char.charCodeAt(0));
    const src = URL.createObjectURL(new Blob([bytes], { type: page.mediaType }));
    return { src, width: page.width, height: page.height };
  });
}

export function releasePages(pages: readonly PreviewPage[]): void {
  for (const page of pages) URL.revokeObjectURL(page.src);
}
