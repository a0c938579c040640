import { expect } from 'chai';
import { noteBesideKind } from '../../../web/src/home/task-words.ts';
import { sparklinePoints } from '../../../web/src/home/sparkline-points.ts';

describe('noteBesideKind', () => {
  it('does not say again what the badge says', () => {
    expect(noteBesideKind({ kind: 'sign', note: 'Perlu tanda tangan, dari Bidang A. 2 paraf lengkap' })).to.equal(
      'Dari Bidang A. 2 paraf lengkap.',
    );
    expect(noteBesideKind({ kind: 'mend', note: 'Perlu diperbaiki, dikembalikan Sekretaris' })).to.equal(
      'Dikembalikan Sekretaris.',
    );
  });

  it('keeps a note that begins otherwise', () => {
    expect(noteBesideKind({ kind: 'mend', note: 'Perlu diperbaiki' })).to.equal('Perlu diperbaiki.');
  });
});

describe('sparklinePoints', () => {
  it('spreads the values over the width and puts the largest at the top', () => {
    expect(sparklinePoints([0, 50, 100], 100, 20)).to.deep.equal([
      { x: 0, y: 20 },
      { x: 50, y: 10 },
      { x: 100, y: 0 },
    ]);
  });

  it('draws a month that cost more than it saved on the ground line', () => {
    expect(sparklinePoints([-5, 10], 10, 10)[0]).to.deep.equal({ x: 0, y: 10 });
  });
});
