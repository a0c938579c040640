import { expect } from 'chai';
import type { Comment } from '../../../server/letters/contract.ts';
import { bodyBlocks } from '../../../server/letters/letter-body-text.ts';
import { locateComments } from '../../../web/src/letters/locate-comments.ts';

function blocksOf(...texts: string[]) {
  return bodyBlocks({
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });
}

function remark(id: string, anchor: Comment['anchor'], parentId: string | null = null): Comment {
  return {
    id,
    parentId,
    anchor,
    contentVersion: 1,
    authorName: 'A',
    authorTitle: 'B',
    isOwn: false,
    text: 'catatan',
    createdAt: '2026-11-24T01:00:00.000Z',
    resolvedAt: null,
  };
}

describe('locateComments', () => {
  it('numbers threads in reading order, remarks on the whole letter last', () => {
    const threads = locateComments(
      [
        remark('umum', null),
        remark('kedua', { block: 1, quote: 'unit' }),
        remark('pertama', { block: 0, quote: 'alat' }),
        remark('jawaban', null, 'kedua'),
      ],
      blocksOf('pengiriman alat', 'dua unit'),
    );
    expect(threads.map((thread) => [thread.number, thread.comment.id])).to.deep.equal([
      [1, 'pertama'],
      [2, 'kedua'],
      [3, 'umum'],
    ]);
    expect(threads[1]?.replies.map((reply) => reply.id)).to.deep.equal(['jawaban']);
  });

  it('finds words that moved to a neighbouring paragraph', () => {
    const [thread] = locateComments(
      [remark('a', { block: 0, quote: 'dua unit' })],
      blocksOf('alinea baru', 'sebanyak dua unit'),
    );
    expect(thread?.place).to.include({ block: 1, from: 9, to: 17 });
  });

  it('stays at the end of its paragraph when the words are gone', () => {
    const [thread] = locateComments([remark('a', { block: 7, quote: 'hilang' })], blocksOf('satu', 'dua'));
    expect(thread?.place).to.include({ block: 1, from: 3, to: 3 });
  });
});
