import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Comment } from '../../../server/letters/contract.ts';
import { useCommand } from '../api/index.ts';
import { agencyNow, formatShortDateTime } from '../format/dates.ts';
import { Avatar, Badge, Button, ErrorNote } from '../kit/index.ts';
import { CommentForm } from './comment-form.tsx';
import css from './comments.module.css';
import { resolveComment } from './letter-operations.ts';
import type { LocatedComment } from './locate-comments.ts';

const justNowMs = 2 * 60_000;

function timeOf(comment: Comment): string {
  const age = agencyNow().getTime() - Date.parse(comment.createdAt);
  return age < justNowMs ? 'baru saja' : formatShortDateTime(comment.createdAt);
}

function Remark({ comment, number }: { comment: Comment; number?: number }) {
  return (
    <div className={css['remark']}>
      <div className={css['who']}>
        <Avatar name={comment.authorName} size={26} {...(comment.isOwn && { tone: 'menunggu' as const })} />
        <div className={css['names']}>
          <p className={css['name']}>{comment.isOwn ? 'Anda' : comment.authorName}</p>
          <p className={css['facts']}>
            {comment.authorTitle} · {timeOf(comment)}
          </p>
        </div>
        {number === undefined ? null : (
          <span className={css['number']}>
            <span className="only-read">Catatan </span>
            {number}
          </span>
        )}
      </div>
      <p className={css['text']}>{comment.text}</p>
    </div>
  );
}

interface CommentCardProps {
  letterId: string;
  thread: LocatedComment;
  /** Whether this desk may answer and settle. */
  canComment: boolean;
  isActive: boolean;
}

/** A thread of remarks; settled ones stay, quiet. */
export function CommentCard({ letterId, thread, canComment, isActive }: CommentCardProps) {
  const [isAnswering, setAnswering] = useState(false);
  const resolve = useCommand(resolveComment, { refresh: ['letters'] });
  const { comment, replies, number } = thread;
  const isOpen = comment.resolvedAt === null;
  const tone = isOpen ? (comment.isOwn ? 'own' : 'open') : 'resolved';

  return (
    <article
      className={css['card']}
      data-card={comment.id}
      data-tone={tone}
      data-active={isActive ? '' : undefined}
      tabIndex={-1}
    >
      <Remark comment={comment} number={number} />
      {replies.map((reply) => (
        <Remark key={reply.id} comment={reply} />
      ))}
      {isOpen ? null : (
        <Badge tone="selesai" icon={<IconCheck size={14} stroke={2.2} aria-hidden="true" />}>
          Selesai
        </Badge>
      )}
      {resolve.problem === null ? null : <ErrorNote problem={resolve.problem} />}
      {isAnswering ? (
        <CommentForm
          letterId={letterId}
          anchor={null}
          parentId={comment.id}
          label="Jawaban"
          onDone={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      ) : isOpen && canComment ? (
        <div className={css['cardFoot']}>
          <Button size="small" variant="quiet" onClick={() => setAnswering(true)}>
            Jawab
          </Button>
          {comment.isOwn ? (
            <Button
              size="small"
              variant="quiet"
              pending={resolve.pending}
              onClick={() => resolve.press({ params: { letterId, commentId: comment.id } })}
            >
              Tandai selesai
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}
