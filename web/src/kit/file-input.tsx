import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';
import css from './file-input.module.css';

interface FileInputProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  accept: string;
  multiple?: boolean;
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}

/** The browser's own file button speaks the browser's language; this one says what was chosen in ours. */
export function FileInput({ label, hint, error, accept, multiple = false, files, onChange }: FileInputProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className={css['root']}>
          <span className={css['button']}>
            <IconPaperclip size={18} stroke={1.8} aria-hidden="true" />
            {files.length === 0 ? 'Pilih berkas' : 'Ganti berkas'}
            <input
              {...control}
              type="file"
              accept={accept}
              multiple={multiple}
              onChange={(event) => onChange(Array.from(event.target.files ?? []))}
            />
          </span>
          <span className={css['names']} data-none={files.length === 0 ? '' : undefined}>
            {files.length === 0 ? 'Belum ada yang dipilih' : files.map(({ name }) => name).join(', ')}
          </span>
        </div>
      )}
    </Field>
  );
}
