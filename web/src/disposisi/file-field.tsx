import { IconFile, IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AttachedFile } from '../../../server/dispositions/contract.ts';
import { isProblem } from '../api/index.ts';
import { formatSize } from '../format/numbers.ts';
import { IconButton, Spinner } from '../kit/index.ts';
import { useOnline } from '../shell/use-online.ts';
import css from './disposition-form.module.css';
import { uploadDispositionFile } from './disposition-operations.ts';

const limitBytes = 25 * 1024 * 1024;
const types = 'application/pdf,image/png,image/jpeg';

interface FileFieldProps {
  label: string;
  files: readonly AttachedFile[];
  onChange: (files: AttachedFile[]) => void;
  /** The next file takes the place of the last. */
  single?: boolean;
}

async function upload(file: File): Promise<AttachedFile> {
  if (file.size > limitBytes) throw new Error('Berkas melebihi 25 MB. Perkecil atau pecah, lalu unggah lagi.');
  return uploadDispositionFile({ query: { fileName: file.name } }, { upload: file });
}

function sentenceOf(error: unknown): string {
  if (isProblem(error)) return error.title;
  return error instanceof Error ? error.message : 'Berkas tidak terkirim. Coba unggah lagi.';
}

/** Files that go with a disposition or a report: sent at once, so with a connection only, and attached when the form is. */
export function FileField({ label, files, onChange, single = false }: FileFieldProps) {
  const online = useOnline();
  const [sending, setSending] = useState<string>();
  const [fault, setFault] = useState<string>();

  const add = async (chosen: readonly File[]) => {
    setFault(undefined);
    const sent: AttachedFile[] = [];
    for (const file of chosen) {
      setSending(file.name);
      try {
        sent.push(await upload(file));
      } catch (error) {
        setFault(`${file.name}: ${sentenceOf(error)}`);
      }
    }
    setSending(undefined);
    if (sent.length > 0) onChange(single ? sent.slice(-1) : [...files, ...sent]);
  };

  return (
    <div className={css['files']}>
      {files.map((file) => (
        <div key={file.id} className={css['file']}>
          <IconFile size={18} stroke={1.8} aria-hidden="true" />
          <span className={css['fileName']}>{file.fileName}</span>
          <span className="meta">{formatSize(file.sizeBytes)}</span>
          <IconButton
            label={`Hapus ${file.fileName}`}
            icon={<IconX size={18} stroke={1.8} />}
            onClick={() => onChange(files.filter((one) => one.id !== file.id))}
          />
        </div>
      ))}
      <label className={css['fileButton']} data-off={online ? undefined : ''}>
        {sending === undefined ? <IconPaperclip size={18} stroke={1.8} aria-hidden="true" /> : <Spinner />}
        <span role="status">{sending === undefined ? label : `Mengunggah ${sending}`}</span>
        <input
          type="file"
          accept={types}
          multiple={!single}
          disabled={sending !== undefined || !online}
          aria-label={label}
          onChange={(event) => {
            void add(Array.from(event.target.files ?? []));
            event.target.value = '';
          }}
        />
      </label>
      {online ? null : <p className={css['partNote']}>Berkas hanya dapat dilampirkan saat ada sambungan.</p>}
      {fault === undefined ? null : (
        <p className={css['fileFault']} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
