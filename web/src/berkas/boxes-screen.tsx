import { IconBox, IconPlus, IconQrcode } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePages } from '../api/index.ts';
import { Button, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { DownloadButton } from '../kit/download.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { listBoxes } from './berkas-operations.ts';
import css from './berkas.module.css';
import { BoxSheet } from './box-sheet.tsx';
import { boxContents, boxPlace, labelsAddress } from './box-words.ts';

/** Boxes of the records room, with labels to print. */
export function BoxesScreen() {
  const list = usePages(listBoxes, { query: { limit: 100 } });
  const [isMaking, setMaking] = useState(false);
  const boxes = list.pages.flatMap((page) => page.boxes);
  const ids = boxes.slice(0, 200).map(({ id }) => id);
  return (
    <>
      <PageTitle
        title="Boks arsip"
        backTo="/berkas"
        context="Berkas"
        actions={
          <span className={css['actions']}>
            {ids.length === 0 ? null : (
              <DownloadButton href={labelsAddress(ids)} icon={<IconQrcode size={18} stroke={1.8} aria-hidden="true" />}>
                Cetak label
              </DownloadButton>
            )}
            <Button variant="primary" icon={<IconPlus size={18} stroke={2} />} onClick={() => setMaking(true)}>
              Boks baru
            </Button>
          </span>
        }
      />
      <div className={css['page']}>
        {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
        {list.isLoading ? <Skeleton rows={3} height={72} /> : null}
        {list.pages.length > 0 && boxes.length === 0 ? (
          <EmptyState icon={<IconBox size={28} stroke={1.8} />} title="Belum ada boks">
            Buat boks, lalu tempatkan berkas dari menu tindakan pada berkasnya.
          </EmptyState>
        ) : null}
        <ul className={css['cards']}>
          {boxes.map((box) => (
            <li key={box.id} className={css['card']}>
              <h3>
                <Link to="/berkas/kotak/$boxId" params={{ boxId: box.id }}>
                  Boks {box.code}
                </Link>
              </h3>
              <span className="meta">
                {[boxPlace(box), boxContents(box), box.note].filter((part) => part !== '').join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {list.loadMore === undefined ? null : (
          <Button variant="plain" pending={list.isLoadingMore} onClick={list.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
      {isMaking ? <BoxSheet onClose={() => setMaking(false)} /> : null}
    </>
  );
}
