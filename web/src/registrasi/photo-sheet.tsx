import { IconCamera, IconCameraPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button, Sheet } from '../kit/index.ts';
import css from './queue.module.css';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

interface Photos {
  intakeId: string | undefined;
  /** Object addresses of the pictures that have arrived. */
  pictures: readonly string[];
}

const none: Photos = { intakeId: undefined, pictures: [] };

interface PhotoSheetProps {
  open: boolean;
  onClose: () => void;
  mayRegister: boolean;
}

/** Photographs a letter page by page into one item of the queue. */
export function PhotoSheet({ open, onClose, mayRegister }: PhotoSheetProps) {
  const navigate = useNavigate();
  const uploads = useUploads();
  const camera = useRef<HTMLInputElement>(null);
  const [photos, setPhotos] = useState<Photos>(none);
  const shown = useRef<readonly string[]>([]);
  useEffect(() => {
    shown.current = photos.pictures;
  }, [photos]);
  useEffect(() => () => shown.current.forEach((address) => URL.revokeObjectURL(address)), []);

  const take = async (files: readonly File[]) => {
    const intakeId = await uploads.send(files, 'camera', photos.intakeId);
    if (intakeId === undefined) return;
    setPhotos({ intakeId, pictures: [...photos.pictures, ...files.map((file) => URL.createObjectURL(file))] });
  };
  const close = () => {
    setPhotos(none);
    onClose();
  };
  const goOn = () => {
    const { intakeId } = photos;
    close();
    if (intakeId !== undefined && mayRegister)
      void navigate({ to: '/agenda/masuk/registrasi/$intakeId', params: { intakeId } });
  };
  const isFirst = photos.pictures.length === 0;
  const Icon = isFirst ? IconCamera : IconCameraPlus;

  return (
    <Sheet
      open={open}
      onClose={close}
      title="Foto surat"
      footer={
        <>
          <Button
            variant={isFirst ? 'primary' : 'plain'}
            icon={<Icon size={18} stroke={1.8} aria-hidden="true" />}
            onClick={() => camera.current?.click()}
          >
            {isFirst ? 'Ambil foto' : 'Halaman berikutnya'}
          </Button>
          {isFirst ? null : (
            <Button variant="primary" disabled={uploads.rows.some((row) => row.problem === null)} onClick={goOn}>
              {mayRegister ? 'Periksa data' : 'Selesai'}
            </Button>
          )}
        </>
      }
    >
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="Foto surat"
        data-testid="kamera"
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (files.length > 0) void take(files);
        }}
      />
      <p className={css['photoNote']}>
        {isFirst
          ? 'Letakkan surat di tempat terang, penuhi bingkai dengan satu halaman. Kemiringan diluruskan di server.'
          : `${photos.pictures.length} halaman masuk ke satu surat. Foto halaman berikutnya, atau lanjut memeriksa.`}
      </p>
      <UploadList uploads={uploads} />
      {isFirst ? null : (
        <ol className={css['photos']} aria-label="Halaman yang sudah difoto">
          {photos.pictures.map((address, index) => (
            <li key={address}>
              <img src={address} alt={`Halaman ${index + 1}`} />
              <span>{index + 1}</span>
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}
