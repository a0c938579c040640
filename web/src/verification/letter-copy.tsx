import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { Verification, verifyPageEndpoint, verifyPdfEndpoint } from '../../../server/verification/contract.ts';
import { fileAddress } from '../api/operation.ts';
import { formatSize } from '../format/numbers.ts';
import { ActionBar } from '../kit/action-bar.tsx';
import { Button } from '../kit/button.tsx';
import { DownloadButton } from '../kit/download.tsx';
import { Sheet } from '../kit/sheet.tsx';
import css from './verification.module.css';

function Pages({ code, letter }: { code: string; letter: Verification }) {
  return (
    <div className={css['pages']} tabIndex={0} role="region" aria-label={`Halaman surat ${letter.number}`}>
      {Array.from({ length: letter.pageCount ?? 0 }, (_, index) => (
        <img
          key={index}
          src={fileAddress<typeof verifyPageEndpoint>('/verify/:code/pages/:page', {
            params: { code, page: index + 1 },
          })}
          alt={`Halaman ${index + 1} surat ${letter.number}`}
          loading="lazy"
          decoding="async"
        />
      ))}
    </div>
  );
}

/** Pages and download of an open letter; on phones the bar at the bottom. */
export function LetterCopy({ code, letter }: { code: string; letter: Verification }) {
  const [open, setOpen] = useState(false);
  const file = fileAddress<typeof verifyPdfEndpoint>('/verify/:code/pdf', { params: { code } });
  return (
    <div className={css['actions']}>
      <ActionBar>
        <div className={css['actionRow']}>
          <Button
            variant="primary"
            icon={<IconFileText size={20} stroke={1.8} aria-hidden="true" />}
            onClick={() => setOpen(true)}
          >
            Lihat salinan
          </Button>
          <DownloadButton
            variant="outline"
            href={file}
            icon={<IconDownload size={20} stroke={1.8} aria-hidden="true" />}
          >
            Unduh PDF asli
          </DownloadButton>
          <span className={css['size']}>
            {letter.pageCount} halaman
            {letter.sizeBytes === null ? '' : ` · ${formatSize(letter.sizeBytes)}`} · surat terbuka
          </span>
        </div>
      </ActionBar>
      <Sheet open={open} onClose={() => setOpen(false)} title={`Salinan surat ${letter.number}`} wide>
        {open ? <Pages code={code} letter={letter} /> : null}
      </Sheet>
    </div>
  );
}
