import {
  IconChevronLeft,
  IconChevronRight,
  IconCrop,
  IconRotateClockwise,
  IconScanEye,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, IconButton } from '../kit/index.ts';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import type { ReadField } from './registration-values.ts';
import { CropFrame } from './crop-frame.tsx';
import type { ScanBox } from './scan-boxes.ts';
import { firstFrame, wholePage, type Crop } from './scan-crop.ts';
import { ScanPage, type ScanPageImage } from './scan-page.tsx';
import css from './scan-pane.module.css';

const zooms = [0.6, 0.8, 1, 1.25, 1.6, 2, 2.6] as const;
const fullWidth = 2;
/** On a phone the words are to be read, not the page to be seen whole. */
const phoneWidth = 4;

interface ScanPaneProps {
  pages: readonly ScanPageImage[];
  /** What the pages show, for people who do not see them. */
  title: string;
  boxes?: readonly ScanBox[];
  /** The field somebody works on: its page is turned to and its place brought into view. */
  active?: ReadField | null;
  /** Counts up with every wish to see the place again, although the field is the same. */
  wish?: number;
  /** Between tools and page, such as the verdict over signatures. */
  notice?: ReactNode;
}

interface ToolsProps {
  page: number;
  pageCount: number;
  zoomAt: number;
  withBoxes: boolean | undefined;
  onPage: (page: number) => void;
  onZoom: (zoomAt: number) => void;
  onTurn: () => void;
  isCropped: boolean;
  onCrop: () => void;
  onBoxes: () => void;
}

const icon = { size: 20, stroke: 1.8 } as const;

function Tools(props: ToolsProps) {
  const { page, pageCount, zoomAt, withBoxes, isCropped, onPage, onZoom, onTurn, onCrop, onBoxes } = props;
  return (
    <div className={css['tools']} role="toolbar" aria-label="Alat halaman">
      <span className={css['count']}>
        Hal. {page} dari {pageCount}
      </span>
      <IconButton
        label="Halaman sebelumnya"
        disabled={page <= 1}
        icon={<IconChevronLeft {...icon} />}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        label="Halaman berikutnya"
        disabled={page >= pageCount}
        icon={<IconChevronRight {...icon} />}
        onClick={() => onPage(page + 1)}
      />
      <span className={css['gap']} />
      {withBoxes === undefined ? null : (
        <IconButton
          label="Tampilkan letak bacaan"
          pressed={withBoxes}
          icon={<IconScanEye {...icon} />}
          onClick={onBoxes}
        />
      )}
      <IconButton label="Putar halaman" icon={<IconRotateClockwise {...icon} />} onClick={onTurn} />
      <span className="only-desktop">
        <IconButton label="Pangkas halaman" pressed={isCropped} icon={<IconCrop {...icon} />} onClick={onCrop} />
      </span>
      <IconButton
        label="Perkecil"
        disabled={zoomAt === 0}
        icon={<IconZoomOut {...icon} />}
        onClick={() => onZoom(zoomAt - 1)}
      />
      <span className={css['zoom']}>{Math.round((zooms[zoomAt] ?? 1) * 100)}%</span>
      <IconButton
        label="Perbesar"
        disabled={zoomAt === zooms.length - 1}
        icon={<IconZoomIn {...icon} />}
        onClick={() => onZoom(zoomAt + 1)}
      />
    </div>
  );
}

/** What part of each page is shown, and the frame while somebody draws it; the scan itself stays as it is. */
function useCrops(page: number) {
  const [crops, setCrops] = useState<Readonly<Record<number, Crop>>>({});
  const [frame, setFrame] = useState<{ page: number; crop: Crop } | null>(null);
  const drawn = frame?.page === page ? frame.crop : null;
  const crop = crops[page] ?? wholePage;
  const take = () => {
    if (drawn !== null) setCrops({ ...crops, [page]: drawn });
    setFrame(null);
  };
  return {
    crop: drawn === null ? crop : wholePage,
    drawn,
    isDrawing: drawn !== null,
    isCropped: drawn !== null || crop !== wholePage,
    draw: (next: Crop) => setFrame({ page, crop: next }),
    take,
    /** The tool in the bar: begins a frame, or takes the one that is drawn. */
    press: () => {
      if (drawn === null) setFrame({ page, crop: crops[page] ?? firstFrame });
      else take();
    },
    showWhole: () => {
      setCrops({ ...crops, [page]: wholePage });
      setFrame(null);
    },
  };
}

type Crops = ReturnType<typeof useCrops>;

function CropLayer({ crops, turns }: { crops: Crops; turns: number }) {
  if (crops.drawn === null) return null;
  return <CropFrame crop={crops.drawn} turns={turns} onCrop={crops.draw} />;
}

function CropBar({ crops }: { crops: Crops }) {
  if (!crops.isDrawing) return null;
  return (
    <div className={css['cropping']} role="group" aria-label="Pangkas halaman">
      <p>Geser tepi bingkai ke bagian yang perlu dilihat. Pindaian aslinya tidak berubah.</p>
      <Button size="small" onClick={crops.showWhole}>
        Tampilkan utuh
      </Button>
      <Button size="small" variant="primary" onClick={crops.take}>
        Pangkas
      </Button>
    </div>
  );
}

/** The page that is shown: the one somebody turned to, or the one of the field in hand. */
function usePage(targetPage: number | undefined, active: ReadField | null, wish: number) {
  const [page, setPage] = useState(1);
  useEffect(() => {
    if (targetPage !== undefined) setPage(targetPage);
  }, [active, targetPage, wish]);
  return [page, setPage] as const;
}

const noBoxes: readonly ScanBox[] = [];

/** The pages of a letter one at a time, with zoom, turning, cropping, and the places of what was read. */
export function ScanPane({ pages, title, boxes = noBoxes, active = null, wish = 0, notice }: ScanPaneProps) {
  const isPhone = useMedia(phoneQuery);
  const [zoomAt, setZoomAt] = useState<number>(isPhone ? phoneWidth : fullWidth);
  const [turns, setTurns] = useState(0);
  const [withBoxes, setWithBoxes] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const target = boxes.find((box) => box.field === active);
  const [page, setPage] = usePage(target?.page, active, wish);
  const crops = useCrops(page);
  const visible = withBoxes && !crops.isDrawing ? boxes.filter((box) => box.page === page) : noBoxes;
  const shown = pages[page - 1];
  if (shown === undefined) return null;
  const turnTo = (next: number) => {
    setPage(next);
    scroller.current?.scrollTo({ top: 0 });
  };

  return (
    <div className={css['pane']}>
      <Tools
        page={page}
        pageCount={pages.length}
        zoomAt={zoomAt}
        withBoxes={boxes.length === 0 ? undefined : withBoxes}
        onPage={turnTo}
        onZoom={setZoomAt}
        onTurn={() => setTurns((turns + 1) % 4)}
        isCropped={crops.isCropped}
        onCrop={crops.press}
        onBoxes={() => setWithBoxes(!withBoxes)}
      />
      <CropBar crops={crops} />
      {notice}
      <div className={css['scroller']} ref={scroller} tabIndex={0} role="region" aria-label={`Halaman surat: ${title}`}>
        <ScanPage
          key={shown.src}
          wish={wish}
          page={shown}
          alt={`${title}, halaman ${page}`}
          zoom={zooms[zoomAt] ?? 1}
          turns={turns}
          crop={crops.crop}
          overlay={<CropLayer crops={crops} turns={turns} />}
          boxes={visible}
          active={visible.find((box) => box === target)}
          scroller={scroller}
        />
      </div>
    </div>
  );
}
