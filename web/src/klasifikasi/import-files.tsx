import { IconFileTypeCsv } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ImportSlot, UploadedFile } from '../../../server/retention/contract.ts';
import { useCommand } from '../api/index.ts';
import { formatCount, formatSize } from '../format/numbers.ts';
import { Button, Card, ErrorNote } from '../kit/index.ts';
import css from './import.module.css';
import { uploadFile } from './scheme-operations.ts';

export type ImportFiles = Partial<Record<ImportSlot, UploadedFile>>;

const limitBytes = 5 * 1024 * 1024;

const slots = {
  scheme: {
    title: 'Klasifikasi',
    lead: 'Satu baris satu kode. Kolom retensi, keamanan, dan akses boleh ikut di berkas ini.',
    columns: 'kode, nama, induk',
  },
  schedule: {
    title: 'Jadwal retensi (JRA)',
    lead: 'Jangka waktu ditulis dengan kata, misalnya "2 Tahun setelah pemeriksaan"; yang tidak jelas ditolak, tidak ditebak.',
    columns: 'kode, retensi_aktif, retensi_inaktif, nasib_akhir, keterangan',
  },
} as const;

function Taken({ file }: { file: UploadedFile }) {
  return (
    <div role="status">
      <p className={css['chosen']}>{file.fileName}</p>
      <p className={css['text']}>
        {formatCount(file.rowCount)} baris, {formatSize(file.sizeBytes)}
        {file.columns.length === 0 ? ', dibaca menurut urutan kolom' : ''}
      </p>
      {file.ignoredColumns.length === 0 ? null : (
        <p className={css['fault']}>Kolom yang tidak dipakai: {file.ignoredColumns.join(', ')}</p>
      )}
    </div>
  );
}

interface SlotProps {
  slot: ImportSlot;
  editionId: string;
  file: UploadedFile | undefined;
  onFile: (file: UploadedFile) => void;
}

function SlotCard({ slot, editionId, file, onFile }: SlotProps) {
  const input = useRef<HTMLInputElement>(null);
  const { title, lead, columns } = slots[slot];
  const send = useCommand(uploadFile, { refresh: [], onDone: onFile });
  const [fault, setFault] = useState<string>();
  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const isTooLarge = chosen.size > limitBytes;
    setFault(isTooLarge ? `${chosen.name} berukuran ${formatSize(chosen.size)}; paling besar 5 MB.` : undefined);
    if (isTooLarge) return;
    send.press({ params: { editionId }, query: { slot, fileName: chosen.name } }, { upload: chosen });
  };
  return (
    <Card title={title}>
      <div className={css['stack']}>
        <p className={css['text']}>{lead}</p>
        <p className={css['columns']}>{columns}</p>
        {file === undefined ? null : <Taken file={file} />}
        {fault === undefined ? null : (
          <p className={css['fault']} role="alert">
            {fault}
          </p>
        )}
        {send.problem === null ? null : <ErrorNote problem={send.problem} />}
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          hidden
          data-testid={slot}
          aria-label={`Berkas CSV ${title}`}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <div className={css['foot']}>
          <Button
            variant={file === undefined ? 'outline' : 'plain'}
            pending={send.pending}
            icon={<IconFileTypeCsv size={18} stroke={1.8} aria-hidden="true" />}
            onClick={() => input.current?.click()}
          >
            {file === undefined ? 'Pilih berkas CSV' : 'Ganti berkas'}
          </Button>
        </div>
      </div>
    </Card>
  );
}

interface FilesStepProps {
  editionId: string;
  files: ImportFiles;
  isComplete: boolean;
  onFile: (file: UploadedFile) => void;
  onComplete: (isComplete: boolean) => void;
  onNext: () => void;
}

/** Step 1: the files, each read at once by the server. */
export function FilesStep({ editionId, files, isComplete, onFile, onComplete, onNext }: FilesStepProps) {
  return (
    <>
      <div className={css['files']}>
        <SlotCard slot="scheme" editionId={editionId} file={files.scheme} onFile={onFile} />
        <SlotCard slot="schedule" editionId={editionId} file={files.schedule} onFile={onFile} />
      </div>
      {files.scheme === undefined ? null : (
        <label className={css['complete']}>
          <input type="checkbox" checked={isComplete} onChange={(event) => onComplete(event.target.checked)} />
          <span>
            Berkas klasifikasi ini lengkap: kode yang berlaku sekarang tetapi tidak ada di dalamnya dicabut. Kode yang
            dicabut tidak dihapus, hanya tidak ditawarkan lagi.
          </span>
        </label>
      )}
      <div className={css['foot']}>
        <Button
          variant="primary"
          disabled={files.scheme === undefined && files.schedule === undefined}
          onClick={onNext}
        >
          Periksa perubahan
        </Button>
      </div>
      <p className={css['text']}>Belum ada yang berubah sampai Anda menetapkannya pada langkah terakhir.</p>
    </>
  );
}
