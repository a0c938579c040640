import { IconMailFilled } from '@tabler/icons-react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { EmptyState, PageImages, Skeleton, type PageImage } from '../kit/index.ts';
import { useKeptPage } from '../offline/use-kept-page.ts';
import { useOnline } from '../shell/use-online.ts';
import { fullWidthPx, pageAddress, phoneWidthPx } from './page-address.ts';

/** The pages as they came; the first one also without a connection when it was kept on the device. */
export function IncomingPages({ incoming }: { incoming: Incoming }) {
  const isPhone = useMedia(phoneQuery);
  const online = useOnline();
  const width = isPhone ? phoneWidthPx : fullWidthPx;
  const kept = useKeptPage(incoming.id, isPhone || !online);
  if (incoming.pages.length === 0)
    return (
      <EmptyState icon={<IconMailFilled size={28} />} title="Surat ini tidak dipindai">
        {incoming.physicalLocation === ''
          ? 'Naskah aslinya disimpan di tata usaha.'
          : `Naskah aslinya disimpan di ${incoming.physicalLocation}.`}
      </EmptyState>
    );
  if (!kept.isKnown) return <Skeleton rows={1} height={640} />;
  const images = incoming.pages.map(({ page, widthPx, heightPx }): PageImage => {
    const address = pageAddress(incoming.id, page, width);
    return {
      src: page === 1 ? (kept.src ?? address) : address,
      largeSrc: pageAddress(incoming.id, page, fullWidthPx),
      label: String(page),
      widthPx,
      heightPx,
    };
  });
  return <PageImages pages={images} title={incoming.subject} />;
}
