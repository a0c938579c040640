import { expect } from 'chai';
import { cutRows } from '../../server/backup/cut-rows.ts';

const rowOf = (index: number) => `0199${String(index).padStart(12, '0')}\tisi baris ${index}\n`;

function cut(rows: readonly string[], step = 1000): string[] {
  const bytes = Buffer.from(rows.join(''));
  const cutter = cutRows();
  const parts = [];
  for (let at = 0; at < bytes.length; at += step) parts.push(...cutter.take(bytes.subarray(at, at + step)));
  return [...parts, ...cutter.end()].map(({ content }) => content.toString());
}

describe('the parts of a table', () => {
  const rows = Array.from({ length: 40_000 }, (_none, index) => rowOf(index));

  it('are together what the table holds, however the bytes arrive', () => {
    const parts = cut(rows);
    expect(parts.join('')).to.equal(rows.join(''));
    expect(cut(rows, 77)).to.deep.equal(parts);
    expect(parts.length).to.be.within(8, 60);
  });

  it('stay the same when rows are appended, taken out or put in elsewhere', () => {
    const before = new Set(cut(rows));
    for (const changed of [
      [...rows, rowOf(40_000)],
      rows.toSpliced(20_000, 1),
      rows.toSpliced(100, 0, rowOf(99_999)),
    ]) {
      const others = cut(changed).filter((part) => !before.has(part));
      expect(others.length).to.be.at.most(2);
    }
  });

  it('are none for an empty table', () => {
    expect(cut([])).to.deep.equal([]);
  });
});
