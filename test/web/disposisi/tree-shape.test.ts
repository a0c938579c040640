import { expect } from 'chai';
import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { describeHistory } from '../../../web/src/disposisi/describe-history.ts';
import { closingBar, groupRoots, lateToRemind, segmentsOf } from '../../../web/src/disposisi/tree-shape.ts';

function item(id: string, fields: Partial<DispositionItem> = {}): DispositionItem {
  const base = {
    id,
    dispositionId: 'd1',
    parentItemId: null,
    status: 'read',
    isLate: false,
    below: { total: 0, done: 0, late: 0 },
    actions: [],
    ...fields,
  };
  return base as unknown as DispositionItem;
}

describe('the tree of dispositions', () => {
  it('nests what came depth first and groups the roots by the disposition they came with', () => {
    const roots = groupRoots([
      item('a'),
      item('b', { parentItemId: 'a', dispositionId: 'd2' }),
      item('c', { parentItemId: 'b', dispositionId: 'd3' }),
      item('d'),
      item('e', { dispositionId: 'd4' }),
    ]);
    const ids = roots.map((root) => root.nodes.map((node) => [node.item.id, node.children.map((one) => one.item.id)]));
    expect(ids).to.deep.equal([
      [
        ['a', ['b']],
        ['d', []],
      ],
      [['e', []]],
    ]);
  });

  it('stands an item at the root when its parent is not for this reader', () => {
    expect(groupRoots([item('b', { parentItemId: 'hidden' })])[0]?.nodes[0]?.item.id).to.equal('b');
  });

  it('draws one segment for each recipient that counts, done first and late last', () => {
    const segments = segmentsOf([
      item('late', { status: 'in_progress', isLate: true }),
      item('recalled', { status: 'recalled' }),
      item('held', { status: 'held' }),
      item('working', { status: 'in_progress' }),
      item('done', { status: 'done' }),
      item('unread', { status: 'unread' }),
    ]);
    expect(segments).to.deep.equal(['done', 'in_progress', 'waiting', 'late']);
  });

  it('says why a parent cannot be closed, and nothing once it can', () => {
    const below = { total: 3, done: 1, late: 0 };
    expect(closingBar(item('a', { below }))).to.equal('Belum dapat ditutup: 2 anak disposisi terbuka');
    expect(closingBar(item('a', { below, status: 'done' }))).to.equal(undefined);
    expect(closingBar(item('a'))).to.equal(undefined);
  });

  it('reminds only late ones that this desk may remind', () => {
    const late = { isLate: true, actions: ['remind'] } as Partial<DispositionItem>;
    const items = [item('a', late), item('b', { isLate: true }), item('c', { ...late, status: 'done' }), item('d')];
    expect(lateToRemind(items).map(({ id }) => id)).to.deep.equal(['a']);
  });
});

describe('the history of one disposition', () => {
  it('tells its steps in the order they happened and how it ended', () => {
    const steps = describeHistory(
      item('a', {
        status: 'done',
        giverTitle: 'Sekretaris Daerah',
        giverName: 'Nurhayati',
        recordedBy: 'Rina',
        recipient: { title: 'Kepala Dinas PUPR' } as DispositionItem['recipient'],
        givenAt: '2026-11-24T01:05:00.000Z',
        receivedAt: '2026-11-24T01:05:10.000Z',
        readAt: null,
        readBy: null,
        pausedSince: null,
        pauseReason: null,
        closedAt: '2026-11-25T01:00:00.000Z',
        closedReason: 'Cuaca',
        isForced: true,
      }),
      [],
    );
    expect(steps.map(({ title }) => title)).to.deep.equal([
      'Diberikan Sekretaris Daerah',
      'Sampai di penerima',
      'Selesai dengan paksa',
    ]);
    expect(steps[0]?.detail).to.equal('Nurhayati · dicatat Rina');
  });
});
