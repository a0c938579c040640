import { expect } from 'chai';
import { bodyBlocks, bodyText, countWords, listLabel, type List } from '../../server/letters/letter-body.ts';
import { doc, item, ordered, paragraph, table } from './letter-body-samples.ts';

const letter = doc(
  paragraph('Dengan hormat:'),
  ordered(item('alat berat', ordered(item('ekskavator 2 unit'), item('wheel loader'))), item('masa tugas')),
  table(['No.', 'Alat'], ['1', 'Ekskavator']),
);

describe('letter body text', () => {
  it('numbers nested lists 1. a. 1) a) (1) (a) as letters do', () => {
    expect([1, 2, 3, 4, 5, 6].map((depth) => listLabel(depth, 2))).to.deep.equal([
      '2.',
      'b.',
      '2)',
      'b)',
      '(2)',
      '(b)',
    ]);
    expect(listLabel(2, 27)).to.equal('aa.');
  });

  it('lists paragraphs in reading order with label, depth and cell', () => {
    const blocks = bodyBlocks(letter).map((block) => [block.kind, block.listDepth, block.label, block.text]);
    expect(blocks).to.deep.equal([
      ['paragraph', 0, '', 'Dengan hormat:'],
      ['item', 1, '1.', 'alat berat'],
      ['item', 2, 'a.', 'ekskavator 2 unit'],
      ['item', 2, 'b.', 'wheel loader'],
      ['item', 1, '2.', 'masa tugas'],
      ['cell', 0, '', 'No.'],
      ['cell', 0, '', 'Alat'],
      ['cell', 0, '', '1'],
      ['cell', 0, '', 'Ekskavator'],
    ]);
    expect(bodyBlocks(letter).at(-1)?.cell).to.deep.equal({ table: 0, row: 1, cell: 1, isHead: false });
    expect(bodyBlocks(letter)[2]?.path).to.equal('content/1/content/0/content/1/content/0/content/0');
  });

  it('gives the label to the first paragraph of an item only', () => {
    const list = ordered({ type: 'listItem', content: [paragraph('satu'), paragraph('lanjutan')] });
    expect(bodyBlocks(doc(list)).map((block) => block.label)).to.deep.equal(['1.', '']);
  });

  it('numbers by the numbered lists around it, not by bullets or a table', () => {
    const inBullets: List = { type: 'bulletList', content: [item('butir', ordered(item('a')))] };
    const inCell = table(['x']);
    inCell.content[0]?.content[0]?.content.push(ordered(item('b')));
    const list = ordered(item('satu', inBullets, inCell));
    expect(bodyBlocks(doc(list)).map((block) => block.label)).to.deep.equal(['1.', '•', 'a.', '', '1.']);
  });

  it('starts labels at the number the list starts with', () => {
    const list = { ...ordered(item('a'), item('b')), attrs: { start: 4 } };
    expect(bodyBlocks(doc(list)).map((block) => block.label)).to.deep.equal(['4.', '5.']);
  });

  it('gives the text one paragraph a line, without blanks', () => {
    expect(bodyText(doc(paragraph('Satu'), paragraph(' '), ordered(item('dua'))))).to.equal('Satu\ndua');
  });

  it('counts words with a letter or digit', () => {
    expect(countWords(doc(paragraph('Putussibau–Badau km 38 – (14 hari)')))).to.equal(5);
    expect(countWords(letter)).to.equal(15);
  });
});
