import { IconMessage2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { countWords } from '../../../server/letters/letter-body.ts';
import type { PasteReport } from '../editor/letter-editor.tsx';
import { showToast, Skeleton } from '../kit/index.ts';
import type { Workspace } from './use-workspace.ts';
import css from './write-area.module.css';

const LetterEditor = lazy(() => import('../editor/letter-editor.tsx'));

/** The editor, and one line of figures below it. */
export function WriteArea({ work, onComments }: { work: Workspace; onComments: () => void }) {
  const { editing, letter, comments } = work;
  const [body] = useState(editing.content.body);
  const mayComment = letter.actions.includes('comment');
  return (
    <div className={css['area']}>
      <Suspense fallback={<Skeleton rows={6} />}>
        <LetterEditor
          handle={work.editor}
          body={body}
          isEditable
          pins={work.pins}
          onChange={(next) => editing.change({ body: next })}
          onPinPress={(id) => onPin(work, id)}
          onPaste={(report) => showToast(pasteSentence(report), { tone: 'problem', stayMs: 10_000 })}
          onComment={mayComment ? comments.begin : undefined}
        />
      </Suspense>
      <footer className={css['status']}>
        <span>{countWords(editing.content.body)} kata</span>
        <span>{pagesOf(work)}</span>
        <button type="button" className={css['comments']} onClick={onComments}>
          <IconMessage2 size={17} stroke={1.8} aria-hidden="true" />
          Catatan {work.openThreads.length}
        </button>
      </footer>
    </div>
  );
}

function pagesOf({ preview, letter }: Workspace): string {
  const pages = preview.pages.length === 0 ? '' : `${preview.pages.length} halaman`;
  const annexes = letter.annexes.length === 0 ? '' : `${letter.annexes.length} lampiran`;
  return [pages, annexes].filter((part) => part !== '').join(' + ');
}

/** A number in the text leads to its row in the list. */
function onPin(work: Workspace, id: string): void {
  const isComment = work.threads.some((thread) => thread.root.id === id);
  if (work.isWide) work.setSideTab(isComment ? 'catatan' : 'pratinjau');
  else work.setSheet(isComment ? 'comments' : 'findings');
}

function pasteSentence({ images, links, unprintable }: PasteReport): string {
  const lost: string[] = [];
  if (images > 0) lost.push(`${images} gambar tidak ikut ditempel; lampirkan sebagai berkas.`);
  if (links > 0) lost.push(`${links} tautan menjadi teks biasa.`);
  if (unprintable.length > 0) {
    lost.push(`Karakter ${unprintable.slice(0, 5).join(' ')} tidak dapat dicetak; lihat temuan bernomor merah.`);
  }
  return lost.join(' ');
}
