import { expect } from 'chai';
import { cutPieces } from '../../../web/src/letters/paper-pieces.ts';

const words = (text: string, op: 'equal' | 'insert' | 'delete' = 'equal') => ({ op, text, marks: [] });

describe('cutPieces', () => {
  it('cuts where a comment begins and ends and puts the pin behind its words', () => {
    const { pieces, trailing } = cutPieces([words('alat berat dikirim')], [{ id: 'a', from: 5, to: 10 }]);
    expect(pieces.map((piece) => [piece.text, piece.highlight, piece.pins])).to.deep.equal([
      ['alat ', undefined, []],
      ['berat', 'a', ['a']],
      [' dikirim', undefined, []],
    ]);
    expect(trailing).to.deep.equal([]);
  });

  it('counts offsets in the present text, without the deleted words', () => {
    const segments = [words('masa '), words('7 hari', 'delete'), words('14 hari', 'insert'), words(' kalender')];
    const { pieces } = cutPieces(segments, [{ id: 'a', from: 5, to: 12 }]);
    expect(pieces.find((piece) => piece.pins.includes('a'))).to.include({ text: '14 hari', op: 'insert' });
    expect(pieces.find((piece) => piece.op === 'delete')?.highlight).to.equal(undefined);
  });

  it('follows a comment over a change of marks and pins it once', () => {
    const segments = [words('satu '), { op: 'equal' as const, text: 'dua', marks: ['bold' as const] }];
    const { pieces } = cutPieces(segments, [{ id: 'a', from: 0, to: 8 }]);
    expect(pieces.map((piece) => piece.highlight)).to.deep.equal(['a', 'a']);
    expect(pieces.flatMap((piece) => piece.pins)).to.deep.equal(['a']);
  });

  it('marks the first piece of each change only', () => {
    const segments = [words('baru sekali', 'insert'), words(' lama')];
    const { pieces } = cutPieces(segments, [{ id: 'a', from: 5, to: 11 }]);
    expect(pieces.map((piece) => piece.startsChange)).to.deep.equal([true, false, false]);
  });

  it('leaves the pin of an empty paragraph at its end', () => {
    expect(cutPieces([], [{ id: 'a', from: 0, to: 0 }])).to.deep.equal({ pieces: [], trailing: ['a'] });
  });
});
