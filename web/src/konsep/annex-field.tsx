import { IconFileTypePdf, IconPhoto, IconX } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { Annex, getAnnexFileEndpoint, Letter } from '../../../server/letters/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatSize } from '../format/numbers.ts';
import { IconButton } from '../kit/index.ts';
import css from './annex-field.module.css';
import { AddButton, FieldGroup } from './field-group.tsx';
import { annexTypes } from './upload-annex.ts';
import { useAnnexes, type Upload } from './use-annexes.ts';

const limits = 'PDF, PNG, atau JPEG, paling besar 25 MB dan 100 halaman';

/** Files go up one by one with their own progress; what fails says why and stays until it is closed. */
export function AnnexField({ letter, isLocked }: { letter: Letter; isLocked: boolean }) {
  const { uploads, add, remove, close } = useAnnexes(letter.id);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isLocked) add(event.dataTransfer.files);
  };

  return (
    <FieldGroup
      label="Lampiran"
      action={isLocked ? undefined : <AddButton of="lampiran" onPress={() => input.current?.click()} />}
    >
      <div
        className={css['area']}
        data-over={isOver ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!isLocked);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          className="only-read"
          tabIndex={-1}
          aria-hidden="true"
          multiple
          accept={annexTypes.join(',')}
          onChange={(event) => {
            add(Array.from(event.target.files ?? []));
            event.target.value = '';
          }}
        />
        <ul className={css['files']}>
          {letter.annexes.map((annex) => (
            <AnnexRow
              key={annex.id}
              letterId={letter.id}
              annex={annex}
              onRemove={isLocked ? undefined : () => remove(annex.id)}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onClose={() => close(upload)} />
          ))}
        </ul>
        {letter.annexes.length + uploads.length === 0 ? (
          <p className={css['empty']}>{isLocked ? 'Tidak ada lampiran' : limits}</p>
        ) : null}
      </div>
    </FieldGroup>
  );
}

interface FileRowProps {
  icon: ReactNode;
  name: ReactNode;
  note: ReactNode;
  closeLabel: string;
  onClose?: (() => void) | undefined;
  isProblem?: boolean;
}

function FileRow({ icon, name, note, closeLabel, onClose, isProblem = false }: FileRowProps) {
  return (
    <li className={css['file']} data-problem={isProblem ? '' : undefined}>
      {icon}
      <div className={css['text']}>
        <div className={css['name']}>{name}</div>
        <div className={css['note']}>{note}</div>
      </div>
      {onClose === undefined ? null : (
        <IconButton label={closeLabel} icon={<IconX size={18} stroke={2} />} onClick={onClose} />
      )}
    </li>
  );
}

function fileIcon(isImage: boolean) {
  const Icon = isImage ? IconPhoto : IconFileTypePdf;
  return <Icon className={css['icon']} size={22} stroke={1.7} aria-hidden="true" />;
}

function AnnexRow({
  letterId,
  annex,
  onRemove,
}: {
  letterId: string;
  annex: Annex;
  onRemove?: (() => void) | undefined;
}) {
  const href = fileAddress<typeof getAnnexFileEndpoint>('/letters/:letterId/annexes/:annexId/file', {
    params: { letterId, annexId: annex.id },
  });
  return (
    <FileRow
      icon={fileIcon(annex.mediaType.startsWith('image/'))}
      name={
        <a href={href} className={css['link']}>
          {annex.fileName}
        </a>
      }
      note={`${annex.pageCount} halaman · ${formatSize(annex.sizeBytes)}`}
      closeLabel={`Hapus lampiran ${annex.fileName}`}
      onClose={onRemove}
    />
  );
}

function UploadRow({ upload, onClose }: { upload: Upload; onClose: () => void }) {
  const percent = Math.round(upload.share * 100);
  const isChecking = upload.share >= 1;
  return (
    <FileRow
      icon={fileIcon(/\.(?:png|jpe?g)$/iu.test(upload.fileName))}
      name={upload.fileName}
      isProblem={upload.problem !== null}
      closeLabel={upload.problem === null ? `Batalkan unggahan ${upload.fileName}` : 'Tutup'}
      onClose={onClose}
      note={
        upload.problem === null ? (
          <>
            <progress
              className={css['progress']}
              max={100}
              value={percent}
              aria-label={`Mengunggah ${upload.fileName}`}
            />
            {isChecking ? 'Diperiksa…' : `${percent} %`}
          </>
        ) : (
          <span role="alert">{upload.problem}</span>
        )
      }
    />
  );
}
