import { IconEdit, IconFolder, IconQrcode } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../api/index.ts';
import { Button, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { DownloadButton } from '../kit/download.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { getBox } from './berkas-operations.ts';
import { fileTitle, lifecycleLooks } from './berkas-words.ts';
import css from './berkas.module.css';
import { BoxSheet } from './box-sheet.tsx';
import { boxContents, boxPlace, labelsAddress } from './box-words.ts';

/** What the QR code on a box opens: what should be inside. */
export function BoxScreen() {
  const { boxId } = useParams({ from: '/meja/berkas/kotak/$boxId' });
  const found = useOperation(getBox, { params: { boxId } });
  const [isEditing, setEditing] = useState(false);
  const box = found.data;
  return (
    <>
      <PageTitle
        title={box === undefined ? 'Boks' : `Boks ${box.code}`}
        backTo="/berkas/kotak"
        context="Boks arsip"
        meta={box === undefined ? undefined : `${boxPlace(box)} · ${box.unitName} · ${boxContents(box)}`}
        actions={
          box?.canEdit === true ? (
            <span className={css['actions']}>
              <DownloadButton
                href={labelsAddress([box.id])}
                icon={<IconQrcode size={18} stroke={1.8} aria-hidden="true" />}
              >
                Cetak label
              </DownloadButton>
              <Button icon={<IconEdit size={18} stroke={1.8} />} onClick={() => setEditing(true)}>
                Ubah
              </Button>
            </span>
          ) : undefined
        }
      />
      <div className={css['page']}>
        {found.error === null ? null : <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending ? <Skeleton rows={4} height={56} /> : null}
        {box?.files.length === 0 ? (
          <EmptyState icon={<IconFolder size={28} stroke={1.8} />} title="Boks ini kosong">
            Tempatkan berkas dari menu tindakan pada berkasnya.
          </EmptyState>
        ) : null}
        <ul className={css['cards']}>
          {box?.files.map((file) => (
            <li key={file.id} className={css['card']}>
              <h3>
                <Link to="/berkas/$id" params={{ id: file.id }}>
                  {fileTitle(file)}
                </Link>
              </h3>
              <span className="meta">
                {[
                  file.folder === '' ? '' : `Map ${file.folder}`,
                  `${file.classificationCode} ${file.classificationName}`,
                  lifecycleLooks[file.lifecycle].label,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {isEditing && box !== undefined ? <BoxSheet box={box} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
