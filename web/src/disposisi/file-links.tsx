import { IconDownload, IconFileTypePdf } from '@tabler/icons-react';
import type { AttachedFile, getDispositionFileEndpoint } from '../../../server/dispositions/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatSize } from '../format/numbers.ts';
import { DownloadLink } from '../kit/index.ts';
import css from './item-panel.module.css';

function addressOf(fileId: string): string {
  return fileAddress<typeof getDispositionFileEndpoint>('/disposition-files/:fileId', { params: { fileId } });
}

/** Pictures side by side, other files one below the other. */
export function FileLinks({ files }: { files: readonly AttachedFile[] }) {
  const pictures = files.filter((file) => file.mediaType.startsWith('image/'));
  const others = files.filter((file) => !file.mediaType.startsWith('image/'));
  return (
    <>
      {pictures.length === 0 ? null : (
        <div className={css['thumbs']}>
          {pictures.map((file) => (
            <DownloadLink key={file.id} href={addressOf(file.id)} inTab>
              <img src={addressOf(file.id)} alt={file.fileName} loading="lazy" decoding="async" />
            </DownloadLink>
          ))}
        </div>
      )}
      {others.map((file) => (
        <DownloadLink key={file.id} href={addressOf(file.id)} className={css['fileLink']}>
          <IconFileTypePdf size={20} stroke={1.8} aria-hidden="true" />
          <span className={css['fileName']}>{file.fileName}</span>
          <span className="meta">{formatSize(file.sizeBytes)}</span>
          <IconDownload size={18} stroke={1.8} aria-hidden="true" />
        </DownloadLink>
      ))}
    </>
  );
}
