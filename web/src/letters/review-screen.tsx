import { IconMessage2 } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Letter } from '../../../server/letters/contract.ts';
import { diffBodies } from '../../../server/letters/letter-body-diff.ts';
import type { LetterBody } from '../../../server/letters/letter-body-nodes.ts';
import { bodyBlocks } from '../../../server/letters/letter-body-text.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { Badge, GradeBadge, IconButton, Pager, showToast, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { LetterPages } from '../signing/letter-pages.tsx';
import { arrangeChanges } from './arrange-changes.ts';
import { ChangeBar, type PaperView } from './change-bar.tsx';
import { chooseBase } from './choose-base.ts';
import { CircuitOrder } from './circuit-order.tsx';
import { StatusBadge } from './letter-badges.tsx';
import { getLetter, initialLetter, listVersions } from './letter-operations.ts';
import { LetterProblem } from './letter-problem.tsx';
import { locateComments } from './locate-comments.ts';
import { ReturnNotesSheet } from './return-notes-sheet.tsx';
import { ReviewAnnexes } from './review-annexes.tsx';
import { ReviewActions } from './review-actions.tsx';
import { ReviewPaper } from './review-paper.tsx';
import css from './review.module.css';
import { useReviewQueue } from './use-review-queue.ts';
import { useSwipe } from './use-swipe.ts';

const typeNames = { surat_dinas: 'Surat dinas', nota_dinas: 'Nota dinas' } as const;

/** One letter that waits for this desk's initial. */
export function ReviewScreen() {
  const { id } = useParams({ from: '/meja/paraf/$id' });
  const found = useOperation(getLetter, { params: { letterId: id } });
  if (found.data !== undefined) return <Review key={id} letter={found.data} reload={() => void found.refetch()} />;
  if (found.error !== null)
    return (
      <LetterProblem problem={found.error} backTo="/paraf" backLabel="Perlu Paraf" onRetry={() => found.refetch()} />
    );
  return <Skeleton rows={4} height={140} />;
}

/** The comparison this reader is owed, and whether the content changed since it was put on the screen. */
function useComparison(letter: Letter) {
  const desk = useCurrentDesk();
  const versions = useOperation(listVersions, { params: { letterId: letter.id } });
  const [looked, setLooked] = useState(letter.contentVersion);
  const [seenVersion, setSeenVersion] = useState<number>();
  const kept = versions.data?.versions ?? [];
  const base = chooseBase(letter, kept, { positionId: desk?.positionId, seenVersion });
  const diff = base === undefined ? undefined : diffBodies(base.version.body as LetterBody, letter.body as LetterBody);
  return {
    base,
    diff,
    latest: kept.at(-1),
    hasChanged: letter.contentVersion !== looked,
    look: () => {
      if (letter.contentVersion === looked) return;
      setSeenVersion(looked);
      setLooked(letter.contentVersion);
      void versions.refetch();
    },
    ownPositionId: desk?.positionId,
  };
}

function Review({ letter, reload }: { letter: Letter; reload: () => void }) {
  const queue = useReviewQueue(letter.id);
  const comparison = useComparison(letter);
  const [view, setView] = useState<PaperView>('text');
  const [isReturning, setReturning] = useState(false);
  const [commentsOpen, setCommentsOpen] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const initial = useCommand(initialLetter, {
    onDone: () => {
      showToast('Surat diparaf');
      queue.openNext();
    },
    onProblem: reload,
  });

  const threads = locateComments(letter.comments, bodyBlocks(letter.body as LetterBody));
  const notes = letter.comments.filter((one) => one.isOwn && one.parentId === null && one.resolvedAt === null);
  const mayInitial = letter.actions.includes('initial');
  const giveInitial = () => {
    if (mayInitial && !comparison.hasChanged && !initial.pending)
      initial.press({ params: { letterId: letter.id }, body: { version: letter.version } });
  };
  const startReturn = () => {
    if (letter.actions.includes('return')) setReturning(true);
  };
  useKeys({ j: () => queue.move(1), k: () => queue.move(-1), p: giveInitial, r: startReturn });
  const swipe = useSwipe(queue.move);

  return (
    <div className={css['screen']}>
      <ReviewTitle
        letter={letter}
        queue={queue}
        commentCount={threads.length}
        onComments={() => setCommentsOpen(true)}
      />
      <div className={css['columns']}>
        <div className={css['main']} {...swipe}>
          <ChangeBar letter={letter} {...comparison} view={view} onView={setView} paper={paper} />
          {view === 'pages' ? (
            <div className={css['pages']}>
              <LetterPages letterId={letter.id} title={letter.subject} />
            </div>
          ) : (
            <ReviewPaper
              letter={letter}
              threads={threads}
              changes={comparison.diff === undefined ? undefined : arrangeChanges(comparison.diff)}
              subjectBefore={comparison.base?.version.subject}
              paper={paper}
              commentsOpen={commentsOpen}
              onComments={setCommentsOpen}
            />
          )}
        </div>
        <aside className={css['side']} aria-label="Alur dan tindakan">
          <div className={css['sideBody']} tabIndex={0} role="region" aria-label="Urutan paraf dan lampiran">
            <CircuitOrder letter={letter} ownPositionId={comparison.ownPositionId} />
            <ReviewAnnexes letter={letter} />
          </div>
          <div className={css['sideFoot']}>
            <ReviewActions
              letter={letter}
              noteCount={notes.length}
              initial={initial}
              hasChanged={comparison.hasChanged}
              onInitial={giveInitial}
              onReturn={startReturn}
              onLook={() => {
                initial.reset();
                setView('text');
                comparison.look();
                reload();
              }}
            />
          </div>
        </aside>
      </div>
      <ReturnNotesSheet
        letter={letter}
        notes={notes}
        open={isReturning}
        onClose={() => setReturning(false)}
        onReturned={queue.openNext}
      />
    </div>
  );
}

interface ReviewTitleProps {
  letter: Letter;
  queue: ReturnType<typeof useReviewQueue>;
  commentCount: number;
  onComments: () => void;
}

function ReviewTitle({ letter, queue, commentCount, onComments }: ReviewTitleProps) {
  const facts = [letter.unitName, typeNames[letter.type], `versi ${letter.contentVersion}`];
  if (letter.dueDate !== null) facts.push(`tenggat ${formatDate(letter.dueDate)}`);
  return (
    <PageTitle
      title={letter.subject}
      backTo="/paraf"
      context={queue.at === undefined ? 'Perlu Paraf' : `${queue.at} dari ${queue.of} · Perlu Paraf`}
      badges={
        <>
          {letter.actions.includes('initial') ? (
            <Badge tone="paraf">Perlu paraf</Badge>
          ) : (
            <StatusBadge status={letter.status} isReturned={letter.isReturned} />
          )}
          <GradeBadge grade={letter.handlingGrade} security={letter.securityClass} />
        </>
      }
      meta={facts.join(' · ')}
      actions={
        queue.at === undefined ? undefined : <Pager at={queue.at} of={queue.of} onMove={queue.move} noun="Surat" />
      }
      phoneActions={
        <span className={css['commentsButton']}>
          <IconButton
            label={commentCount === 0 ? 'Catatan' : `Catatan, ${commentCount}`}
            icon={<IconMessage2 size={22} stroke={1.8} aria-hidden="true" />}
            onClick={onComments}
          />
          {commentCount === 0 ? null : (
            <span className={css['commentsCount']} aria-hidden="true">
              {commentCount}
            </span>
          )}
        </span>
      }
    />
  );
}
