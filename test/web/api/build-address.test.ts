import { expect } from 'chai';
import { buildAddress } from '../../../web/src/api/build-address.ts';

describe('buildAddress', () => {
  it('fills the parameters of the path and escapes them', () => {
    expect(buildAddress('/letters/:letterId/pages/:page', { letterId: 'a/b', page: 2 })).to.equal(
      '/api/letters/a%2Fb/pages/2',
    );
  });

  it('leaves out query values that say nothing', () => {
    expect(
      buildAddress('/search', {}, { q: 'jalan sintang', year: undefined, after: '', unit: null, limit: 20 }),
    ).to.equal('/api/search?q=jalan+sintang&limit=20');
  });

  it('repeats a name for each value of a list', () => {
    expect(buildAddress('/search', {}, { type: ['surat_dinas', 'nota_dinas'] })).to.equal(
      '/api/search?type=surat_dinas&type=nota_dinas',
    );
  });
});
