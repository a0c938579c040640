import { IconCamera, IconMailOff, IconScan, IconUpload, IconWriting } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import type { listIntakeEndpoint } from '../../../server/intake/contract.ts';
import { mayDo } from '../accounts/registry-rights.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { usePages } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ButtonLink, EmptyState, ErrorNote, KeyHint, Notice, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { DiscardSheet } from './discard-sheet.tsx';
import { listIntake } from './intake-operations.ts';
import { PhotoSheet } from './photo-sheet.tsx';
import { QueueRow, type QueueItem } from './queue-row.tsx';
import css from './queue.module.css';
import { SplitSheet } from './split-sheet.tsx';
import { acceptedTypes } from './upload-intake.ts';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

function moveFocus(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-queue-item]'));
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

type IntakePages = ReturnType<typeof usePages<typeof listIntakeEndpoint>>;

function MailProblems({ problems }: { problems: IntakePages['pages'][number]['mailProblems'] }) {
  return problems.map((one) => (
    <Notice key={one.address} tone="segera" icon={<IconMailOff size={20} stroke={1.8} aria-hidden="true" />}>
      <strong>Kotak surel {one.address} tidak dapat dibuka</strong> sejak {formatDateTime(one.since)}. {one.problem}
    </Notice>
  ));
}

/** Several images at once are pages of one letter, or letters of their own: only the person knows. */
function needsChoice(files: readonly File[]): boolean {
  return files.length > 1 && files.every((file) => file.type.startsWith('image/'));
}

function useQueueUploads() {
  const uploads = useUploads();
  const [undecided, setUndecided] = useState<readonly File[]>([]);
  const sendEach = async (files: readonly File[]) => {
    for (const file of files) await uploads.send([file], 'upload');
  };
  return {
    uploads,
    undecided,
    add: (files: readonly File[]) => {
      if (needsChoice(files)) setUndecided(files);
      else void sendEach(files);
    },
    decide: (as: 'one' | 'each' | 'none') => {
      if (as === 'one') void uploads.send(undecided, 'upload');
      if (as === 'each') void sendEach(undecided);
      setUndecided([]);
    },
  };
}

/** Files may be let go anywhere on the screen. */
function useDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onFiles(Array.from(event.dataTransfer.files));
    },
  };
  return { isOver, handlers };
}

function EmptyQueue() {
  return (
    <EmptyState icon={<IconScan size={28} stroke={1.8} />} title="Tidak ada yang menunggu registrasi">
      Unggah pindaian, ambil foto, atau letakkan berkas di halaman ini. Surel yang masuk ke kotak unit tampak di sini
      dengan sendirinya.
    </EmptyState>
  );
}

function DropArea({ isOver, onPhoto, onPick }: { isOver: boolean; onPhoto: () => void; onPick: () => void }) {
  return (
    <div className={css['drop']}>
      <IconUpload size={26} stroke={1.8} aria-hidden="true" />
      <div className={css['dropText']}>
        <p className={css['call']}>{isOver ? 'Lepaskan untuk mengunggah' : 'Letakkan pindaian di mana saja'}</p>
        <p className="meta">PDF, JPEG, PNG, atau TIFF, paling besar 50 MB. Halamannya dibaca di server ini.</p>
      </div>
      <div className={css['dropButtons']}>
        <Button icon={<IconCamera size={18} stroke={1.8} />} onClick={onPhoto}>
          Ambil foto
        </Button>
        <Button variant="primary" icon={<IconUpload size={18} stroke={1.8} />} onClick={onPick}>
          Unggah berkas
        </Button>
      </div>
    </div>
  );
}

function Engine({ name }: { name: string | undefined }) {
  if (name === undefined) return null;
  return (
    <p className={css['engine']}>
      <span>Pembaca pindaian: {name}</span>
      <span className={css['keys']} aria-hidden="true">
        <KeyHint>J</KeyHint>
        <KeyHint>K</KeyHint> pindah <KeyHint>Enter</KeyHint> registrasi
      </span>
    </p>
  );
}

interface QueueListProps {
  list: IntakePages;
  mayRegister: boolean;
  onDiscard: (item: QueueItem) => void;
}

function QueueList({ list, mayRegister, onDiscard }: QueueListProps) {
  const items = list.pages.flatMap((page) => page.items);
  return (
    <>
      {list.problem === null ? null : <ErrorNote problem={list.problem} onRetry={list.reload} />}
      {list.isLoading ? <Skeleton rows={5} height={96} /> : null}
      <ol className={css['rows']} aria-label="Antrean pindai">
        {items.map((item) => (
          <QueueRow key={item.id} item={item} mayRegister={mayRegister} onDiscard={() => onDiscard(item)} />
        ))}
      </ol>
      {!list.isLoading && list.problem === null && items.length === 0 ? <EmptyQueue /> : null}
      {list.loadMore === undefined ? null : (
        <Button variant="outline" pending={list.isLoadingMore} onClick={list.loadMore}>
          Muat lagi
        </Button>
      )}
    </>
  );
}

/** Antrean pindai: scans, photos and mails that wait to become registered letters. */
export function QueueScreen() {
  const desk = useCurrentDesk();
  const navigate = useNavigate();
  const list = usePages(listIntake, { query: { limit: 50 } });
  const { uploads, undecided, add, decide } = useQueueUploads();
  const picker = useRef<HTMLInputElement>(null);
  const { isOver, handlers } = useDrop(add);
  const [photographing, setPhotographing] = useState(false);
  const [discarding, setDiscarding] = useState<QueueItem | null>(null);
  const mayRegister = mayDo(desk, 'register');
  const first = list.pages[0];
  const total = list.pages.at(-1)?.total ?? 0;
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    n: mayRegister ? () => void navigate({ to: '/agenda/masuk/baru' }) : undefined,
  });

  return (
    <div className={css['screen']} data-over={isOver ? '' : undefined} {...handlers}>
      <PageTitle
        title="Antrean pindai"
        backTo="/agenda/masuk"
        context="Agenda Masuk"
        meta={total === 0 ? 'Tidak ada yang menunggu' : `${formatCount(total)} menunggu registrasi`}
        actions={
          mayRegister ? (
            <ButtonLink to="/agenda/masuk/baru" icon={<IconWriting size={18} stroke={1.8} />} hint="N">
              Tanpa pindaian
            </ButtonLink>
          ) : undefined
        }
      />
      <div className={css['body']}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={acceptedTypes}
          aria-label="Berkas pindaian"
          data-testid="pindaian"
          onChange={(event) => {
            add(Array.from(event.target.files ?? []));
            event.target.value = '';
          }}
        />
        <DropArea isOver={isOver} onPhoto={() => setPhotographing(true)} onPick={() => picker.current?.click()} />
        {mayRegister ? (
          <div className="only-phone">
            <ButtonLink to="/agenda/masuk/baru" full icon={<IconWriting size={18} stroke={1.8} />}>
              Registrasi tanpa pindaian
            </ButtonLink>
          </div>
        ) : null}
        <MailProblems problems={first?.mailProblems ?? []} />
        <UploadList uploads={uploads} />
        <QueueList list={list} mayRegister={mayRegister} onDiscard={setDiscarding} />
        <Engine name={first?.engine} />
      </div>
      <PhotoSheet open={photographing} onClose={() => setPhotographing(false)} mayRegister={mayRegister} />
      <SplitSheet count={undecided.length} onDecide={decide} />
      <DiscardSheet key={discarding?.id ?? 'tertutup'} item={discarding} onClose={() => setDiscarding(null)} />
    </div>
  );
}
