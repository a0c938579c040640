import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { Button } from '../kit/button.tsx';
import { formatSize } from '../format/numbers.ts';
import css from './file-drop.module.css';

const limitBytes = 25 * 1024 * 1024;

function problemOf(file: File): string | undefined {
  if (file.size > limitBytes) return `${file.name} berukuran ${formatSize(file.size)}; paling besar 25 MB.`;
  const isPdf = file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf');
  return isPdf ? undefined : `${file.name} bukan PDF. Pilih berkas PDF yang Anda terima.`;
}

/** Takes one PDF by drop or by choice; nothing leaves the device before that. */
export function FileDrop({ pending, onFile }: { pending: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();

  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const wrong = problemOf(file);
    setProblem(wrong);
    if (wrong === undefined) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0]);
    event.target.value = '';
  };

  return (
    <div
      className={css['drop']}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={28} stroke={1.8} aria-hidden="true" />
      <p className={css['call']}>
        <span className="only-desktop">Letakkan PDF di sini</span>
        <span className="only-phone">Cocokkan dengan yang asli</span>
      </p>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        data-testid="berkas"
        aria-label="Berkas PDF"
        onChange={choose}
      />
      <Button variant="outline" size="small" pending={pending} onClick={() => input.current?.click()}>
        Pilih berkas
      </Button>
      <p className={css['note']} data-problem={problem === undefined ? undefined : ''} role="status">
        {problem ?? 'Paling besar 25 MB. Berkas tidak disimpan.'}
      </p>
    </div>
  );
}
