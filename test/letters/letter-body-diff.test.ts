import { expect } from 'chai';
import fc from 'fast-check';
import {
  bodyText,
  checkLetterBody,
  diffBodies,
  type BodyDiff,
  type LetterBody,
} from '../../server/letters/letter-body.ts';
import { anyBody, doc, item, ordered, paragraph, table } from './letter-body-samples.ts';

function side(diff: BodyDiff, op: 'insert' | 'delete'): string {
  return diff.blocks
    .filter((block) => block.op === 'equal' || block.op === 'change' || block.op === op)
    .map((block) =>
      block.segments
        .filter((part) => part.op === 'equal' || part.op === op)
        .map((part) => part.text)
        .join(''),
    )
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function shown(diff: BodyDiff): string[] {
  const sign = { equal: '', insert: '+', delete: '-' };
  return diff.blocks.map((block) => block.segments.map((part) => `[${sign[part.op]}${part.text}]`).join(''));
}

function normal(body: LetterBody): LetterBody {
  const result = checkLetterBody(body);
  if (!result.ok) throw new Error('invalid sample');
  return result.body;
}

describe('letter body diff', () => {
  it('gives either text back when its segments are joined', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (left, right) => {
        const [before, after] = [normal(left), normal(right)];
        const diff = diffBodies(before, after);
        expect(side(diff, 'delete')).to.equal(bodyText(before));
        expect(side(diff, 'insert')).to.equal(bodyText(after));
      }),
      { numRuns: 200 },
    );
  });

  it('finds nothing between a body and itself', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const diff = diffBodies(body, structuredClone(body));
        expect([diff.inserted, diff.deleted]).to.deep.equal([0, 0]);
        expect(diff.blocks.every((block) => block.op === 'equal')).to.equal(true);
      }),
    );
  });

  it('shows a replaced phrase as one deletion and one insertion', () => {
    const diff = diffBodies(
      doc(ordered(item('masa tugas alat 7 (tujuh) hari kalender;'))),
      doc(ordered(item('masa tugas alat 14 (empat belas) hari kalender;'))),
    );
    expect(shown(diff)).to.deep.equal(['[masa tugas alat ][-7 (tujuh)][+14 (empat belas)][ hari kalender;]']);
    expect([diff.inserted, diff.deleted]).to.deep.equal([1, 1]);
  });

  it('keeps the comma outside an insertion before it', () => {
    const diff = diffBodies(
      doc(paragraph('tanggal 24 November 2026, hal')),
      doc(paragraph('tanggal 24 November 2026 dan 412, hal')),
    );
    expect(shown(diff)).to.deep.equal(['[tanggal 24 November 2026][+ dan 412][, hal]']);
  });

  it('pairs a moved-down paragraph with its edited self and marks the new one as inserted', () => {
    const diff = diffBodies(
      doc(paragraph('Dukungan alat berat dari provinsi')),
      doc(paragraph('Alinea baru'), paragraph('Dukungan alat berat dari kabupaten')),
    );
    expect(diff.blocks.map((block) => block.op)).to.deep.equal(['insert', 'change']);
  });

  it('compares tables cell by cell', () => {
    const diff = diffBodies(
      doc(table(['Alat', 'Jumlah'], ['Ekskavator', '1'])),
      doc(table(['Alat', 'Jumlah'], ['Ekskavator', '2'])),
    );
    expect(diff.blocks.map((block) => block.op)).to.deep.equal(['equal', 'equal', 'equal', 'change']);
  });

  it('counts a changed mark as a changed word', () => {
    const italic: LetterBody = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'wheel loader', marks: [{ type: 'italic' }] }] }],
    };
    expect(diffBodies(doc(paragraph('wheel loader')), italic)).to.include({ inserted: 1, deleted: 1 });
  });

  it('stays quick for two long and different bodies', () => {
    const long = (word: string): LetterBody =>
      doc(...Array.from({ length: 300 }, (_, index) => paragraph(`${word}${index} `.repeat(30))));
    const started = performance.now();
    const diff = diffBodies(long('alat'), long('biaya'));
    expect(diff.inserted).to.equal(300);
    expect(performance.now() - started).to.be.lessThan(3000);
  });
});
