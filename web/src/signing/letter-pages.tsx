import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../server/contract.ts';
import type { getLetterPageEndpoint, getLetterPagesEndpoint } from '../../../server/letters/contract.ts';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { ErrorNote, PageImages, Skeleton, type PageImage } from '../kit/index.ts';
import { getLetterPages } from '../letters/letter-operations.ts';

type Extent = OutputOf<typeof getLetterPagesEndpoint>;

/** Enough for the width of a phone at two dots per pixel; desktops and enlarged pages get the sharper picture. */
const phoneWidthPx = 780;
const fullWidthPx = 1240;

function pageAddress(letterId: string, page: number, etag: string, width: number): string {
  return fileAddress<typeof getLetterPageEndpoint>('/letters/:letterId/pages/:page', {
    params: { letterId, page },
    query: { v: etag, width },
  });
}

/** The pages last seen stay until the first picture of the newer ones is here. */
function useSettledPages(letterId: string, latest: Extent | undefined, width: number): Extent | undefined {
  const [shown, setShown] = useState<Extent>();
  useEffect(() => {
    if (latest === undefined || latest.etag === shown?.etag) return;
    const picture = new Image();
    const show = () => setShown(latest);
    picture.onload = show;
    picture.onerror = show;
    picture.src = pageAddress(letterId, 1, latest.etag, width);
    return () => {
      picture.onload = null;
      picture.onerror = null;
    };
  }, [letterId, latest, shown, width]);
  return shown ?? latest;
}

/** Pages of the PDF that will be, or has been, signed; made anew when the content of the letter changes. */
export function LetterPages({ letterId, title }: { letterId: string; title: string }) {
  const pages = useOperation(getLetterPages, { params: { letterId } }, { keepPrevious: true });
  const width = useMedia(phoneQuery) ? phoneWidthPx : fullWidthPx;
  const shown = useSettledPages(letterId, pages.data, width);
  if (shown === undefined)
    return pages.error === null ? (
      <Skeleton rows={1} height={640} />
    ) : (
      <ErrorNote problem={pages.error} onRetry={() => void pages.refetch()} />
    );
  const images = Array.from({ length: shown.letterPages + shown.annexPages }, (_, index): PageImage => {
    const page = index + 1;
    return {
      src: pageAddress(letterId, page, shown.etag, width),
      largeSrc: pageAddress(letterId, page, shown.etag, fullWidthPx),
      label: page > shown.letterPages ? `${page} Lampiran` : String(page),
    };
  });
  return <PageImages pages={images} title={title} />;
}
