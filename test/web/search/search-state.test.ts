import { expect } from 'chai';
import { readSearchState } from '../../../web/src/search/search-state.ts';

describe('The archive search in the address', () => {
  it('keeps words and filters', () => {
    const state = readSearchState({
      q: 'jalan',
      tahun: '2025,2026',
      klasifikasi: '600.1.9',
      sifat: 'segera',
      urut: 'relevan',
    });
    expect(state).to.include({
      q: 'jalan',
      tahun: '2025,2026',
      klasifikasi: '600.1.9',
      sifat: 'segera',
      urut: 'relevan',
    });
  });

  it('keeps of a filter only values that the server knows', () => {
    expect(readSearchState({ sifat: 'segera,lambat,segera', jenis: 'surat_masuk,disposisi', tahun: 2026 })).to.include({
      sifat: 'segera',
      jenis: 'surat_masuk,disposisi',
      tahun: '2026',
    });
  });

  it('reads words that look like a number as words', () => {
    expect(readSearchState({ q: 4187 }).q).to.equal('4187');
  });

  it('leaves out what the server would refuse', () => {
    const state = readSearchState({
      q: '',
      tahun: 'kapan',
      jenis: 'surat_cinta',
      dari: 'kemarin',
      berkas: 'satu',
      keamanan: 'X',
      urut: 'acak',
      lain: 1,
    });
    expect(Object.values(state).filter((value) => value !== undefined)).to.deep.equal([]);
    expect(readSearchState({ q: 'a'.repeat(300) }).q).to.have.lengthOf(200);
  });
});
