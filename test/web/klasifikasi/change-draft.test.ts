import { expect } from 'chai';
import type { CodeVersion } from '../../../server/retention/contract.ts';
import { changeOf, draftOf, readYears } from '../../../web/src/klasifikasi/change-draft.ts';
import { readClassificationSearch } from '../../../web/src/klasifikasi/classification-search.ts';

const current: CodeVersion = {
  ...{ name: 'Kendaraan', parentCode: '000.1', securityClass: 'B', accessNote: '' },
  rule: { activeYears: 2, inactiveYears: 0, triggerEvent: 'setelah audit', finalAction: 'review', exceptionNote: '' },
  ...{ editionId: '01990000-0000-7000-8000-000000000000', editionKind: 'starter', editionTitle: 'Klasifikasi awal' },
  ...{ decreeNumber: '', reason: '', startsOn: '2000-01-01', endsOn: null, isSuperseded: false },
  ...{ decidedAt: null, decidedBy: null },
};

describe('the form of one code', () => {
  it('starts from what is in force and asks for a reason', () => {
    const draft = draftOf(current, '2026-11-24');
    expect(changeOf(draft)).to.equal(undefined);
    const { parentCode: _parent, rule } = current;
    expect(changeOf({ ...draft, reason: ' Salah ketik ' })).to.deep.equal({
      ...{ name: 'Kendaraan', securityClass: 'B', accessNote: '', rule },
      ...{ effectiveFrom: '2026-11-24', reason: 'Salah ketik' },
    });
  });

  it('sends no rule when the code has none of its own, and nothing while years are missing', () => {
    const draft = { ...draftOf(current, '2026-11-24'), reason: 'Penggabungan' };
    expect(changeOf({ ...draft, hasRule: false, activeYears: '' })?.rule).to.equal(null);
    expect(changeOf({ ...draft, activeYears: '' })).to.equal(undefined);
    expect(changeOf({ ...draft, inactiveYears: '1,5' })).to.equal(undefined);
  });

  it('takes whole years from 0 to 100', () => {
    expect(['0', ' 7', '100', '101', '-1', '2.5', 'dua', ''].map(readYears)).to.deep.equal([
      ...[0, 7, 100],
      ...[undefined, undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('the address of the classification screen', () => {
  it('keeps a code as text, also a main class that looks like a number', () => {
    expect(readClassificationSearch({ kode: 100, q: 'cuti' })).to.deep.equal({ kode: '100', q: 'cuti' });
    expect(readClassificationSearch({ kode: ' ', q: ['x'] })).to.deep.equal({ kode: undefined, q: undefined });
  });
});
