import type { Comment } from '../../../server/letters/contract.ts';

export interface Thread {
  root: Comment;
  replies: Comment[];
  /** The number of its pin in the text and in the list. */
  number: number;
}

/** Threads in the order they were begun; open ones keep their number when others are settled. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  return comments
    .filter((comment) => comment.parentId === null)
    .map((root, index) => ({
      root,
      replies: comments.filter((comment) => comment.parentId === root.id),
      number: index + 1,
    }));
}

export function isOpen(thread: Thread): boolean {
  return thread.root.resolvedAt === null;
}
