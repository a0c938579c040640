import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import type { LetterBody } from '../../../server/letters/letter-body-nodes.ts';
import { phoneQuery, useMedia } from '../editor/use-media.ts';
import { Button, Sheet } from '../kit/index.ts';
import type { ArrangedChanges } from './arrange-changes.ts';
import { CommentCard } from './comment-card.tsx';
import { CommentColumn } from './comment-column.tsx';
import { CommentForm } from './comment-form.tsx';
import commentsCss from './comments.module.css';
import { LetterPaper } from './letter-paper.tsx';
import type { LocatedComment } from './locate-comments.ts';
import paperCss from './paper.module.css';
import { PaperBody } from './paper-body.tsx';
import css from './review.module.css';
import { anchorOfSelection, type PaperAnchor } from './selection-anchor.ts';

interface Chosen {
  anchor: PaperAnchor;
  /** Below the words, in the coordinates of the paper. */
  top: number;
  left: number;
}

const settleMs = 150;

/** The words that are chosen on the paper right now. */
function useChosenWords(paper: RefObject<HTMLElement | null>, enabled: boolean): Chosen | undefined {
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const [element, selection] = [paper.current, getSelection()];
      if (element === null || selection === null) return;
      const anchor = anchorOfSelection(element, selection);
      if (anchor === undefined) {
        setChosen(undefined);
        return;
      }
      const words = selection.getRangeAt(0).getBoundingClientRect();
      const box = element.getBoundingClientRect();
      setChosen({
        anchor,
        top: words.bottom - box.top + 6,
        left: Math.min(Math.max(words.left - box.left, 8), box.width - 150),
      });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, settleMs);
    };
    document.addEventListener('selectionchange', later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', later);
    };
  }, [paper, enabled]);
  return chosen;
}

function Subject({ before, now }: { before: string | undefined; now: string }) {
  if (before === undefined || before === now) return now;
  return (
    <span className={paperCss['subjectChange']}>
      <del>
        <span className="only-read">(dihapus) </span>
        {before}
      </del>{' '}
      <ins>
        <span className="only-read">(ditambah) </span>
        {now}
      </ins>
    </span>
  );
}

interface ReviewPaperProps {
  letter: Letter;
  threads: readonly LocatedComment[];
  changes: ArrangedChanges | undefined;
  /** The subject of the version that is compared with. */
  subjectBefore: string | undefined;
  paper: RefObject<HTMLDivElement | null>;
  /** On phones the comments lie in a sheet. */
  commentsOpen: boolean;
  onComments: (open: boolean) => void;
}

export function ReviewPaper(props: ReviewPaperProps) {
  const { letter, threads, changes, paper, commentsOpen, onComments } = props;
  const canComment = letter.actions.includes('comment');
  const isPhone = useMedia(phoneQuery);
  const chosen = useChosenWords(paper, canComment);
  const [draft, setDraft] = useState<{ anchor: PaperAnchor | null; top: number | undefined }>();
  const [activeId, setActiveId] = useState<string>();
  const column = useRef<HTMLDivElement>(null);

  const begin = (anchor: PaperAnchor | null, top?: number) => {
    getSelection()?.removeAllRanges();
    setDraft({ anchor, top });
    if (isPhone) onComments(true);
  };
  const show = (id: string) => {
    setActiveId(id);
    if (isPhone) {
      onComments(true);
      return;
    }
    const card = column.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
    card?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    card?.focus({ preventScroll: true });
  };

  const cards = threads.map((thread) => (
    <CommentCard
      key={thread.comment.id}
      letterId={letter.id}
      thread={thread}
      canComment={canComment}
      isActive={thread.comment.id === activeId}
    />
  ));
  const form =
    draft === undefined ? null : (
      <div className={commentsCss['card']} data-card="" data-top={draft.top} data-tone="own">
        <CommentForm
          letterId={letter.id}
          anchor={draft.anchor}
          label={draft.anchor === null ? 'Catatan untuk seluruh surat' : 'Catatan'}
          onDone={() => setDraft(undefined)}
          onCancel={() => setDraft(undefined)}
        />
      </div>
    );
  const addButton =
    canComment && draft === undefined ? (
      <div data-card="tambah">
        <Button
          size="small"
          variant="quiet"
          icon={<IconMessagePlus size={18} stroke={1.8} aria-hidden="true" />}
          onClick={() => begin(null)}
        >
          Catatan untuk seluruh surat
        </Button>
      </div>
    ) : null;

  return (
    <div className={css['sheets']} ref={column} tabIndex={0} role="region" aria-label="Naskah dan catatan">
      <div className={css['paper']} ref={paper}>
        <LetterPaper letter={letter} subject={<Subject before={props.subjectBefore} now={letter.subject} />}>
          <PaperBody body={letter.body as LetterBody} changes={changes} threads={threads} onPin={show} />
        </LetterPaper>
        {chosen === undefined || !canComment ? null : (
          <div className={css['addHere']} style={{ top: chosen.top, left: chosen.left }}>
            <Button
              size="small"
              variant="primary"
              icon={<IconMessagePlus size={18} stroke={1.8} aria-hidden="true" />}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => begin(chosen.anchor, chosen.top)}
            >
              Beri catatan
            </Button>
          </div>
        )}
      </div>
      {isPhone ? (
        <Sheet
          open={commentsOpen}
          onClose={() => onComments(false)}
          title={`Catatan (${threads.length})`}
          hasOwnFocus={draft !== undefined}
        >
          <div className={commentsCss['list']}>
            {form}
            {cards}
            {addButton}
          </div>
        </Sheet>
      ) : (
        <CommentColumn paper={paper}>
          {form}
          {cards}
          {addButton}
        </CommentColumn>
      )}
    </div>
  );
}
