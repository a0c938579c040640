import { IconBox, IconPlus, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { printBoxLabelsEndpoint, StorageBox } from '../../../server/filing/contract.ts';
import { fileAddress, usePages } from '../api/index.ts';
import { DownloadButton, Button, EmptyState, ErrorNote, Skeleton, TextField } from '../kit/index.ts';
import { useSettled } from '../konsep/use-settled.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { listBoxes } from './berkas-operations.ts';
import { BoxSheet } from './box-sheet.tsx';
import { boxPlace, yearsWords } from './box-words.ts';
import css from './loans-screen.module.css';

/** Address of a sheet of labels. */
export function labelsAddress(boxIds: readonly string[]): string {
  return fileAddress<typeof printBoxLabelsEndpoint>('/storage-box-labels', { query: { boxes: boxIds.join(',') } });
}

interface RowProps {
  box: StorageBox;
  isChosen: boolean;
  onChoose: () => void;
}

function Row({ box, isChosen, onChoose }: RowProps) {
  return (
    <li className={css['row']}>
      <div className={css['box']}>
        <input type="checkbox" checked={isChosen} aria-label={`Pilih boks ${box.code}`} onChange={onChoose} />
        <div className={css['text']}>
          <Link to="/berkas/kotak/$boxId" params={{ boxId: box.id }} className={css['title']}>
            {box.code}
          </Link>
          <span className="meta">{boxPlace(box)}</span>
        </div>
      </div>
      <div className={css['facts']}>
        <span className="meta">
          {box.fileCount} berkas · {yearsWords(box)}
        </span>
      </div>
    </li>
  );
}

/** Boxes of the unit; labels are printed for those that are ticked. */
export function BoxesScreen() {
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const list = usePages(listBoxes, { query: { q: words } });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAdding, setAdding] = useState(false);
  const boxes = list.pages.flatMap((page) => page.boxes);
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-200));
  return (
    <>
      <PageTitle
        title="Boks arsip"
        backTo="/berkas"
        context="Berkas"
        actions={
          <span className={css['actions']}>
            {chosen.length === 0 ? null : (
              <DownloadButton
                href={labelsAddress(chosen)}
                icon={<IconPrinter size={18} stroke={1.8} aria-hidden="true" />}
              >
                Cetak {chosen.length} label
              </DownloadButton>
            )}
            <Button
              variant="primary"
              icon={<IconPlus size={18} stroke={2} aria-hidden="true" />}
              onClick={() => setAdding(true)}
            >
              Boks baru
            </Button>
          </span>
        }
      />
      <div className={css['page']}>
        <TextField
          label={<span className="only-read">Cari boks</span>}
          placeholder="Kode, ruang, atau rak"
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
        {list.isLoading ? <Skeleton rows={4} height={60} /> : null}
        {!list.isLoading && list.problem === null && boxes.length === 0 ? (
          <EmptyState
            icon={<IconBox size={28} stroke={1.8} />}
            title={words === '' ? 'Belum ada boks' : 'Tidak ada boks dengan kata itu'}
          >
            Tambahkan boks sekali, lalu pilih boksnya saat mengisi lokasi berkas. Labelnya memuat kode QR.
          </EmptyState>
        ) : null}
        {boxes.length === 0 ? null : (
          <ul className={css['list']} aria-label="Boks arsip">
            {boxes.map((box) => (
              <Row key={box.id} box={box} isChosen={chosen.includes(box.id)} onChoose={() => toggle(box.id)} />
            ))}
          </ul>
        )}
        {list.loadMore === undefined ? null : (
          <Button full pending={list.isLoadingMore} onClick={list.loadMore}>
            Muat lagi
          </Button>
        )}
      </div>
      {isAdding ? <BoxSheet onClose={() => setAdding(false)} /> : null}
    </>
  );
}
