import { IconBox, IconFileArrowLeft, IconFolderOpen, IconHandGrab, IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useOperation } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ButtonLink, EmptyState } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { getFile, getFileTree } from './berkas-operations.ts';
import { FilePanel } from './file-panel.tsx';
import { FileTree } from './file-tree.tsx';
import css from './files-screen.module.css';
import { NewFileSheet } from './new-file-sheet.tsx';
import { QueuePanel } from './queue-panel.tsx';

function moveFocus(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('[data-file-row]'));
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function Actions({ onNew }: { onNew: () => void }) {
  return (
    <span className={css['actions']}>
      <ButtonLink to="/berkas/kotak" icon={<IconBox size={18} stroke={1.8} aria-hidden="true" />}>
        Boks
      </ButtonLink>
      <ButtonLink to="/berkas/peminjaman" icon={<IconHandGrab size={18} stroke={1.8} aria-hidden="true" />}>
        Peminjaman
      </ButtonLink>
      <ButtonLink to="/berkas/dokumen/baru" icon={<IconFileArrowLeft size={18} stroke={1.8} aria-hidden="true" />}>
        Arsipkan dokumen
      </ButtonLink>
      <Button variant="primary" icon={<IconPlus size={18} stroke={2} aria-hidden="true" />} onClick={onNew}>
        Berkas baru
      </Button>
    </span>
  );
}

/** Berkas: the classification beside the open file and the queue; on phones one after the other. */
export function FilesScreen() {
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const tree = useOperation(getFileTree, {}, { keepPrevious: true }).data;
  const open = useOperation(getFile, { params: { fileId: id ?? '' } }, { enabled: id !== undefined });
  const [isMaking, setMaking] = useState(false);
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1), n: tree?.isArchivist ? () => setMaking(true) : undefined });
  useEffect(() => {
    if (id === undefined) document.title = 'Berkas · Lontar';
  }, [id]);
  const meta =
    tree === undefined
      ? undefined
      : `${tree.unitName} · ${formatCount(tree.activeCount)} berkas aktif, ${formatCount(tree.unfiledCount)} item belum diberkaskan`;
  return (
    <div className={css['screen']} data-open={id === undefined ? undefined : ''}>
      <div className={css['title']}>
        <PageTitle
          title="Berkas"
          meta={meta}
          actions={tree?.isArchivist === true ? <Actions onNew={() => setMaking(true)} /> : undefined}
        />
      </div>
      <div className={css['columns']}>
        <div className={css['side']}>
          {tree?.isArchivist === true && tree.unfiledCount > 0 ? (
            <div className={css['phoneQueue']}>
              <ButtonLink to="/berkas/antrean" full>
                Belum diberkaskan ({formatCount(tree.unfiledCount)})
              </ButtonLink>
            </div>
          ) : null}
          <FileTree openId={id} openCode={id === undefined ? undefined : open.data?.classificationCode} />
        </div>
        <div className={css['main']}>
          {id === undefined ? (
            <div className={css['unopened']}>
              <EmptyState icon={<IconFolderOpen size={28} stroke={1.8} />} title="Pilih berkas untuk dibuka">
                Buka kode klasifikasi di sebelah kiri, atau cari dengan nomor, kode, atau kata.
              </EmptyState>
            </div>
          ) : (
            <FilePanel key={id} fileId={id} />
          )}
        </div>
        {tree?.isArchivist === true ? (
          <div className={css['queue']}>
            <QueuePanel />
          </div>
        ) : null}
      </div>
      <NewFileSheet
        key={isMaking ? 'buka' : 'tutup'}
        open={isMaking}
        onClose={() => setMaking(false)}
        onMade={(file) => void navigate({ to: '/berkas/$id', params: { id: file.id } })}
      />
    </div>
  );
}
