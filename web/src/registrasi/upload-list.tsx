import { IconFileUpload, IconX } from '@tabler/icons-react';
import { IconButton } from '../kit/index.ts';
import css from './upload-list.module.css';
import type { Uploads } from './use-uploads.ts';

export function UploadList({ uploads }: { uploads: Uploads }) {
  if (uploads.rows.length === 0) return null;
  return (
    <ul className={css['list']} aria-label="Berkas yang sedang diunggah">
      {uploads.rows.map((row) => (
        <li key={row.id} className={css['row']} data-problem={row.problem === null ? undefined : ''}>
          <IconFileUpload size={22} stroke={1.7} aria-hidden="true" />
          <div className={css['text']}>
            <p className={css['name']}>{row.fileName}</p>
            {row.problem === null ? (
              <p className="meta">
                <progress
                  className={css['progress']}
                  max={100}
                  value={Math.round(row.share * 100)}
                  aria-label={`Mengunggah ${row.fileName}`}
                />
                {row.share >= 1 ? 'Diperiksa…' : `${Math.round(row.share * 100)}%`}
              </p>
            ) : (
              <p className={css['problem']} role="alert">
                {row.problem}
              </p>
            )}
          </div>
          <IconButton
            label={row.problem === null ? `Batalkan unggahan ${row.fileName}` : 'Tutup'}
            icon={<IconX size={18} stroke={2} />}
            onClick={() => uploads.close(row)}
          />
        </li>
      ))}
    </ul>
  );
}
