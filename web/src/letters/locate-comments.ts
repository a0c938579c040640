import type { Comment } from '../../../server/letters/contract.ts';
import type { BodyBlock } from '../../../server/letters/letter-body-text.ts';
import type { Highlight } from './paper-pieces.ts';

export interface LocatedComment {
  comment: Comment;
  replies: Comment[];
  /** Counts from 1 in reading order; remarks on the whole letter come last. */
  number: number;
  /** Undefined for a remark on the whole letter. */
  place: (Highlight & { block: number }) | undefined;
}

/**
 * Where each thread stands in the present text. Words that moved are looked for in the nearest paragraph; when they are
 * gone, the thread stays at the end of the paragraph it was written on.
 */
export function locateComments(comments: readonly Comment[], blocks: readonly BodyBlock[]): LocatedComment[] {
  return comments
    .filter((comment) => comment.parentId === null)
    .map((comment) => ({
      comment,
      replies: comments.filter((reply) => reply.parentId === comment.id),
      place: placeOf(comment, blocks),
    }))
    .sort((left, right) => orderOf(left) - orderOf(right))
    .map((thread, index) => ({ ...thread, number: index + 1 }));
}

function orderOf({ place }: Pick<LocatedComment, 'place'>): number {
  return place === undefined ? Number.MAX_SAFE_INTEGER : place.block * 100_000 + place.from;
}

function placeOf({ id, anchor }: Comment, blocks: readonly BodyBlock[]): LocatedComment['place'] {
  if (anchor === null || blocks.length === 0) return undefined;
  const home = Math.min(anchor.block, blocks.length - 1);
  const end = blocks[home]?.text.length ?? 0;
  if (anchor.quote === '') return { id, block: home, from: 0, to: end };
  return findQuote(anchor.quote, home, blocks, id) ?? { id, block: home, from: end, to: end };
}

function findQuote(quote: string, home: number, blocks: readonly BodyBlock[], id: string): LocatedComment['place'] {
  const nearest = blocks.map((_, index) => index).sort((a, b) => Math.abs(a - home) - Math.abs(b - home));
  for (const block of nearest) {
    const from = blocks[block]?.text.indexOf(quote) ?? -1;
    if (from >= 0) return { id, block, from, to: from + quote.length };
  }
  return undefined;
}
