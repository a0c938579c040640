import { IconArchiveOff } from '@tabler/icons-react';
import type { Letter } from '../../../server/letters/contract.ts';
import { formatDate } from '../format/dates.ts';
import { EmptyState } from '../kit/index.ts';

/** In place of the pages of a letter whose content was destroyed; data, journey and audit stay beside it. */
export function DestroyedStub({ destroyed }: { destroyed: NonNullable<Letter['destroyed']> }) {
  const { at, minutesNumber, minutesDate } = destroyed;
  const minutes =
    minutesNumber === null
      ? 'berita acara yang sedang disiapkan'
      : `berita acara nomor ${minutesNumber}${minutesDate === null ? '' : ` tanggal ${formatDate(minutesDate)}`}`;
  return (
    <EmptyState icon={<IconArchiveOff size={28} stroke={1.8} />} title="Isi surat ini telah dimusnahkan">
      Dimusnahkan {formatDate(at)} sesuai {minutes}. Yang tersisa hanya metadata, perjalanan, dan nilai hash-nya.
    </EmptyState>
  );
}
