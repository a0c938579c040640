import { expect } from 'chai';
import { chooseSignatory } from '../../server/letters/choose-signatory.ts';

const KABID = { positionId: 'kabid', unitId: 'aplikasi', opdId: 'kominfo' };
const KADIS = { positionId: 'kadis', unitId: 'kominfo', opdId: 'kominfo' };
const SEKDA = { positionId: 'sekda', unitId: 'setda', opdId: 'setda' };
const HEADS = [KABID, KADIS, SEKDA];

describe('the proposed signatory', () => {
  const choose = (addressedTo: string[], type: 'surat_dinas' | 'nota_dinas' = 'surat_dinas', heads = HEADS) =>
    chooseSignatory(heads, { type, addressedTo, opdId: 'kominfo' });

  it('of a new letter is the head of the OPD, also when that drafts it', () => {
    expect(choose([])).to.equal('kadis');
    expect(choose([], 'surat_dinas', [KADIS, SEKDA])).to.equal('kadis');
    expect(choose([], 'surat_dinas', [SEKDA])).to.equal('sekda');
    expect(choose([], 'surat_dinas', [])).to.equal(null);
  });

  it('of an answer is the head that was asked, of part of an OPD only for a nota dinas', () => {
    expect(choose(['sekda'])).to.equal('sekda');
    expect(choose(['sekda', 'kadis'])).to.equal('kadis');
    expect(choose(['kabid'])).to.equal('kadis');
    expect(choose(['kabid'], 'nota_dinas')).to.equal('kabid');
    expect(choose(['somebody else'])).to.equal('kadis');
  });
});
