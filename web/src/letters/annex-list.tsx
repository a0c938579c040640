import { IconDownload, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import type { Annex, getAnnexFileEndpoint } from '../../../server/letters/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatSize } from '../format/numbers.ts';
import { DownloadLink } from '../kit/index.ts';
import css from './annex-list.module.css';

/** The annexes of a letter as they were uploaded, each to download. */
export function AnnexList({ letterId, annexes }: { letterId: string; annexes: readonly Annex[] }) {
  return (
    <ul className={css['list']}>
      {annexes.map((annex) => {
        const Icon = annex.mediaType === 'application/pdf' ? IconFileTypePdf : IconPhoto;
        return (
          <li key={annex.id}>
            <DownloadLink
              className={css['annex']}
              href={fileAddress<typeof getAnnexFileEndpoint>('/letters/:letterId/annexes/:annexId/file', {
                params: { letterId, annexId: annex.id },
              })}
            >
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              <span className={css['text']}>
                <span className={css['name']}>{annex.fileName}</span>
                <span className={css['facts']}>
                  {annex.pageCount} halaman · {formatSize(annex.sizeBytes)}
                </span>
              </span>
              <IconDownload size={18} stroke={1.8} aria-hidden="true" />
              <span className="only-read">Unduh</span>
            </DownloadLink>
          </li>
        );
      })}
    </ul>
  );
}
