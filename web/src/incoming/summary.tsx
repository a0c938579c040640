import { IconNotes, IconPaperclip } from '@tabler/icons-react';
import type { Incoming } from '../../../server/incoming/contract.ts';
import { formatSize } from '../format/numbers.ts';
import css from './inbox.module.css';

/** Isi ringkas as the registry wrote it or as it was read from the page, with what came along. */
export function Summary({ incoming }: { incoming: Incoming }) {
  const parts = [
    ...(incoming.annexCount > 0 ? [`${incoming.annexCount} lampiran`] : []),
    ...(incoming.attachmentNote === '' ? [] : [incoming.attachmentNote]),
    ...(incoming.pages.length === 0 ? [] : [`${incoming.pages.length} halaman`]),
    ...(incoming.sizeBytes > 0 ? [formatSize(incoming.sizeBytes)] : []),
  ];
  if (incoming.summary === '' && parts.length === 0) return null;
  return (
    <section className={css['summary']} aria-label="Ringkasan">
      {incoming.summary === '' ? null : (
        <>
          <h2 className={css['summaryTitle']}>
            <IconNotes size={16} stroke={1.8} aria-hidden="true" />
            Ringkasan
          </h2>
          <p className={css['summaryText']}>{incoming.summary}</p>
        </>
      )}
      {parts.length === 0 ? null : (
        <p className={css['summaryFoot']}>
          <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
          {parts.join(' · ')}
        </p>
      )}
    </section>
  );
}
