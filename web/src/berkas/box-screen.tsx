import { IconEdit, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../api/index.ts';
import { DownloadButton, Badge, BadgeRow, Button, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { getBox } from './berkas-operations.ts';
import { fileTitle, lifecycleLooks } from './berkas-words.ts';
import { BoxSheet } from './box-sheet.tsx';
import { boxPlace, yearsWords } from './box-words.ts';
import { labelsAddress } from './boxes-screen.tsx';
import css from './loans-screen.module.css';

/** What the QR code on a box opens: where it belongs and what is in it. */
export function BoxScreen() {
  const { boxId } = useParams({ from: '/meja/berkas/kotak/$boxId' });
  const [isEditing, setEditing] = useState(false);
  const found = useOperation(getBox, { params: { boxId } });
  const box = found.data;
  return (
    <>
      <PageTitle
        title={box === undefined ? 'Boks' : `Boks ${box.code}`}
        backTo="/berkas/kotak"
        context="Boks arsip"
        meta={
          box === undefined
            ? undefined
            : `${box.unitName} · ${boxPlace(box)} · ${box.fileCount} berkas, ${yearsWords(box)}`
        }
        actions={
          box?.canEdit === true ? (
            <span className={css['actions']}>
              <DownloadButton
                href={labelsAddress([box.id])}
                icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
              >
                Cetak label
              </DownloadButton>
              <Button icon={<IconEdit size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setEditing(true)}>
                Ubah
              </Button>
            </span>
          ) : undefined
        }
      />
      <div className={css['page']}>
        {found.error === null ? null : <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending ? <Skeleton rows={4} height={56} /> : null}
        {box === undefined || box.note === '' ? null : <p>{box.note}</p>}
        {box !== undefined && box.files.length === 0 ? (
          <EmptyState title="Tidak ada berkas yang dapat Anda lihat di boks ini">
            Berkas masuk boks lewat Ubah data dan lokasi pada berkasnya.
          </EmptyState>
        ) : null}
        {box === undefined || box.files.length === 0 ? null : (
          <ul className={css['list']} aria-label="Isi boks">
            {box.files.map((file) => (
              <li key={file.id} className={css['row']}>
                <div className={css['text']}>
                  <Link to="/berkas/$id" params={{ id: file.id }} className={css['title']}>
                    {fileTitle(file)}
                  </Link>
                  <span className="meta">
                    {file.classificationCode} {file.classificationName}
                  </span>
                </div>
                <div className={css['facts']}>
                  <BadgeRow>
                    <Badge tone={lifecycleLooks[file.lifecycle].tone}>{lifecycleLooks[file.lifecycle].label}</Badge>
                    {file.isLent ? <Badge tone="menunggu">Dipinjam</Badge> : null}
                    {file.isHeld ? <Badge tone="segera">Ditahan perkara</Badge> : null}
                  </BadgeRow>
                  <span className="meta">{file.folder === '' ? 'Tanpa map' : `Map ${file.folder}`}</span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
      {isEditing && box !== undefined ? <BoxSheet box={box} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
