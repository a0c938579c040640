import { IconFile, IconFilePlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatSize } from '../format/numbers.ts';
import { Button, Card, IconButton } from '../kit/index.ts';
import css from './berkas.module.css';
import parts from './document-parts.module.css';
import { documentLimits, documentTypes } from './document-uploads.ts';

/** The system's own window for choosing files. */
export function PickButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={documentTypes}
        aria-label="Berkas digital"
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button icon={<IconFilePlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => input.current?.click()}>
        Tambah berkas digital
      </Button>
    </>
  );
}

interface PickerProps {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}

/** Files that go up once the document is saved. */
export function DocumentPicker({ files, onChange }: PickerProps) {
  return (
    <Card title="Berkas digital">
      <div className={css['stack']}>
        <p className="meta">{documentLimits}. Diunggah berurutan setelah dokumen disimpan.</p>
        {files.length === 0 ? null : (
          <ul className={parts['rows']} aria-label="Berkas yang akan diunggah">
            {files.map((file, index) => (
              <li key={`${index} ${file.name}`} className={parts['row']}>
                <IconFile size={22} stroke={1.7} aria-hidden="true" />
                <div className={parts['text']}>
                  <p className={parts['name']}>{file.name}</p>
                  <p className="meta">{formatSize(file.size)}</p>
                </div>
                <IconButton
                  label={`Hapus ${file.name}`}
                  icon={<IconX size={18} stroke={2} />}
                  onClick={() => onChange(files.filter((one) => one !== file))}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={css['actions']}>
          <PickButton onFiles={(added) => onChange([...files, ...added])} />
        </div>
      </div>
    </Card>
  );
}
