import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Comment } from '../../../server/letters/contract.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Avatar, Badge, Button, EmptyState, TextArea } from '../kit/index.ts';
import css from './comment-list.module.css';
import { isOpen, type Thread } from './comment-threads.ts';

interface CommentListProps {
  threads: readonly Thread[];
  isPending: boolean;
  onShow: (thread: Thread) => void;
  /** Absent where this desk may not comment. */
  onReply?: ((thread: Thread, text: string) => void) | undefined;
  onResolve?: ((thread: Thread) => void) | undefined;
}

/** What is to be mended: open threads first, settled ones quiet below. */
export function CommentList({ threads, ...rest }: CommentListProps) {
  if (threads.length === 0) {
    return <EmptyState title="Belum ada catatan">Pilih kata dalam naskah, lalu tekan tombol catatan.</EmptyState>;
  }
  const ordered = [...threads.filter(isOpen), ...threads.filter((thread) => !isOpen(thread))];
  return (
    <ol className={css['list']} aria-label="Catatan">
      {ordered.map((thread) => (
        <ThreadCard key={thread.root.id} thread={thread} {...rest} />
      ))}
    </ol>
  );
}

type ThreadCardProps = Omit<CommentListProps, 'threads'> & { thread: Thread };

function ThreadCard({ thread, isPending, onShow, onReply, onResolve }: ThreadCardProps) {
  const open = isOpen(thread);
  const { anchor, text } = thread.root;
  return (
    <li className={css['thread']} data-open={open ? '' : undefined}>
      <CommentHead comment={thread.root} number={thread.number} />
      {anchor === null || anchor.quote === '' ? null : (
        <button type="button" className={css['quote']} title="Tunjukkan dalam naskah" onClick={() => onShow(thread)}>
          “{anchor.quote}”
        </button>
      )}
      <p className={css['text']}>{text}</p>
      {thread.replies.map((comment) => (
        <div key={comment.id} className={css['reply']}>
          <CommentHead comment={comment} />
          <p className={css['text']}>{comment.text}</p>
        </div>
      ))}
      {open ? (
        <ThreadActions
          isPending={isPending}
          onReply={onReply && ((words) => onReply(thread, words))}
          onResolve={onResolve && (() => onResolve(thread))}
        />
      ) : (
        <Badge tone="selesai" icon={<IconCheck size={14} stroke={2.4} aria-hidden="true" />}>
          Selesai
        </Badge>
      )}
    </li>
  );
}

interface ThreadActionsProps {
  isPending: boolean;
  onReply: ((text: string) => void) | undefined;
  onResolve: (() => void) | undefined;
}

function ThreadActions({ isPending, onReply, onResolve }: ThreadActionsProps) {
  const [reply, setReply] = useState<string | null>(null);

  const send = () => {
    if (reply === null) {
      setReply('');
      return;
    }
    if (reply.trim() === '') return;
    onReply?.(reply.trim());
    setReply(null);
  };

  return (
    <>
      {reply === null ? null : (
        <TextArea
          label="Jawaban"
          rows={2}
          autoFocus
          maxLength={4000}
          value={reply}
          onChange={(event) => setReply(event.target.value)}
        />
      )}
      <div className={css['actions']}>
        {onReply === undefined ? null : (
          <Button size="small" variant="quiet" disabled={isPending} onClick={send}>
            {reply === null ? 'Jawab' : 'Kirim jawaban'}
          </Button>
        )}
        {onResolve === undefined ? null : (
          <Button size="small" variant="outline" disabled={isPending} onClick={onResolve}>
            Tandai selesai
          </Button>
        )}
      </div>
    </>
  );
}

function CommentHead({ comment, number }: { comment: Comment; number?: number }) {
  return (
    <div className={css['head']}>
      <Avatar name={comment.authorName} size={26} />
      <div className={css['who']}>
        <div className={css['name']}>{comment.isOwn ? 'Anda' : comment.authorName}</div>
        <div className={css['meta']}>
          {comment.authorTitle} · {formatShortDateTime(comment.createdAt)}
        </div>
      </div>
      {number === undefined ? null : <span className={css['number']}>{number}</span>}
    </div>
  );
}
