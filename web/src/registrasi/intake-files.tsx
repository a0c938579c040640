import { IconCameraPlus, IconFile, IconFilePlus } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Intake } from '../../../server/intake/contract.ts';
import { formatSize } from '../format/numbers.ts';
import { Button, DownloadLink } from '../kit/index.ts';
import { intakeFileAddress } from './intake-operations.ts';
import css from './intake-files.module.css';
import { UploadList } from './upload-list.tsx';
import { acceptedTypes } from './upload-intake.ts';
import { useUploads } from './use-uploads.ts';

/** What came in, and a way to add the pages that are still missing. */
export function IntakeFiles({ intake }: { intake: Intake }) {
  const uploads = useUploads();
  const camera = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const add = (files: FileList | null, source: 'camera' | 'upload') => {
    if (files !== null && files.length > 0) void uploads.send(Array.from(files), source, intake.id);
  };
  return (
    <div className={css['files']}>
      <ul className={css['list']}>
        {intake.files.map((file) => (
          <li key={file.ordinal} className={css['file']}>
            <IconFile size={20} stroke={1.7} aria-hidden="true" />
            <DownloadLink href={intakeFileAddress(intake.id, file.ordinal)} className={css['name']}>
              {file.fileName}
            </DownloadLink>
            <span className="meta">
              {formatSize(file.sizeBytes)}
              {file.isReadable ? '' : ' · tidak dapat ditampilkan'}
            </span>
          </li>
        ))}
      </ul>
      <UploadList uploads={uploads} />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="Foto halaman"
        onChange={(event) => {
          add(event.target.files, 'camera');
          event.target.value = '';
        }}
      />
      <input
        ref={picker}
        type="file"
        multiple
        accept={acceptedTypes}
        hidden
        aria-label="Berkas halaman"
        onChange={(event) => {
          add(event.target.files, 'upload');
          event.target.value = '';
        }}
      />
      <div className={css['buttons']}>
        <Button
          icon={<IconCameraPlus size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => camera.current?.click()}
        >
          Foto halaman lagi
        </Button>
        <Button
          icon={<IconFilePlus size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => picker.current?.click()}
        >
          Tambah berkas
        </Button>
      </div>
    </div>
  );
}
