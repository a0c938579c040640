import { expect } from 'chai';
import { chooseDropped, chooseKept } from '../../../web/src/offline/choose-kept.ts';

const nobody = () => false;

describe('what is kept on a device', () => {
  it('never keeps a letter that is Rahasia or Sangat Rahasia', () => {
    const queryKey = ['/incoming/:incomingId', 'desk', { params: { incomingId: 'a' } }];
    for (const securityClass of ['R', 'SR'])
      expect(chooseKept({ queryKey, data: { securityClass } }, nobody)).to.equal(undefined);
    const data = { securityClass: 'B' };
    expect(chooseKept({ queryKey, data }, nobody)).to.deep.equal({ data, incomingId: 'a' });
  });

  it('takes secret rows out of a list and keeps its first pages only', () => {
    const row = (id: string, securityClass: string) => ({ id, securityClass });
    const page = (...items: object[]) => ({ items, next: null });
    const data = {
      pages: [page(row('a', 'B'), row('b', 'R')), page(row('c', 'SR')), page(row('d', 'B'))],
      pageParams: [undefined, '1', '2'],
    };
    expect(chooseKept({ queryKey: ['/incoming', 'desk', {}, 'pages'], data }, nobody)?.data).to.deep.equal({
      pages: [page(row('a', 'B')), page()],
      pageParams: [undefined, '1'],
    });
  });

  it('keeps no choices for a secret letter and nothing of other paths', () => {
    const queryKey = ['/incoming/:incomingId/disposition-options', 'desk', { params: { incomingId: 'a' } }];
    expect(chooseKept({ queryKey, data: {} }, (id) => id === 'a')).to.equal(undefined);
    expect(chooseKept({ queryKey, data: {} }, nobody)?.incomingId).to.equal('a');
    expect(chooseKept({ queryKey: ['/letters/:letterId', 'desk', {}], data: {} }, nobody)).to.equal(undefined);
  });

  it('drops the letters that were read longest ago', () => {
    const kept = [
      { incomingId: 'a', updatedAt: 1 },
      { incomingId: 'b', updatedAt: 3 },
      { incomingId: 'a', updatedAt: 5 },
      { incomingId: 'c', updatedAt: 4 },
      { incomingId: null, updatedAt: 0 },
    ];
    expect(chooseDropped(kept, 2)).to.deep.equal(['b']);
  });
});
