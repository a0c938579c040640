import { expect } from 'chai';
import { MOST_CHOSEN_ROWS } from '../../../server/agenda/contract.ts';
import { mostSelected, selectableIds, togglePageOf } from '../../../web/src/agenda/use-selection.ts';

type Row = Parameters<typeof selectableIds>[0][number];

describe('Choosing rows of the agenda', () => {
  it('leaves out void numbers and numbers without a letter', () => {
    const rows = [
      { id: 'a', status: 'directed' },
      { id: 'b', status: 'cancelled' },
      { id: null, status: 'void' },
      { id: 'c', status: 'dispatched' },
    ] as Row[];
    expect(selectableIds(rows)).to.deep.equal(['a', 'c']);
  });

  it('chooses the whole page, lets it go again, and leaves other pages as they are', () => {
    expect(togglePageOf(['z', 'a'], ['a', 'b'])).to.deep.equal(['z', 'a', 'b']);
    expect(togglePageOf(['z', 'a', 'b'], ['a', 'b'])).to.deep.equal(['z']);
  });

  it('chooses no more than an export takes', () => {
    const many = Array.from({ length: mostSelected + 20 }, (_, index) => String(index));
    expect(togglePageOf([], many)).to.have.length(MOST_CHOSEN_ROWS);
  });
});
