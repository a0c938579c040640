import { expect } from 'chai';
import { retentionText } from '../../server/filing/retention-text.ts';

describe('retentionText', () => {
  const facts = { year: 2026, activeYears: 2, inactiveYears: 3 } as const;

  it('counts the active and the inactive years from the year of the file', () => {
    expect(retentionText({ ...facts, lifecycle: 'active' })).to.equal('Aktif s.d. 2028');
    expect(retentionText({ ...facts, lifecycle: 'inactive' })).to.equal('Inaktif s.d. 2031');
  });

  it('says no year where the classification has no retention', () => {
    expect(retentionText({ ...facts, activeYears: null, lifecycle: 'active' })).to.equal('Aktif');
    expect(retentionText({ ...facts, inactiveYears: null, lifecycle: 'inactive' })).to.equal('Inaktif');
  });

  it('names what happened to records that are no longer running', () => {
    const words = (['permanent', 'destroyed', 'handed_over'] as const).map((lifecycle) =>
      retentionText({ ...facts, lifecycle }),
    );
    expect(words).to.deep.equal(['Permanen', 'Dimusnahkan', 'Diserahkan']);
  });
});
