import { expect } from 'chai';
import { rankCodes } from '../../server/registration/rank-codes.ts';

const code = (name: string, ...words: string[]) => ({ code: name, name: `nama ${name}`, words });

describe('the order of proposed classification codes', () => {
  it('puts a rare word before a common one', () => {
    const byName = [code('1', 'kelola'), code('2', 'kelola'), code('3', 'kelola', 'jembatan')];
    expect(rankCodes(byName, [], 2).map((ranked) => ranked.code)).to.deep.equal(['3', '1']);
  });

  it('believes earlier letters more than names, and adds both', () => {
    const byName = [code('1', 'jembatan'), code('2', 'darurat')];
    const byHistory = [code('2', 'jembatan'), code('3', 'usul')];
    expect(rankCodes(byName, byHistory, 9).map((ranked) => ranked.code)).to.deep.equal(['2', '3', '1']);
  });
});
