import { expect } from 'chai';
import type { CodeFacts } from '../../../server/retention/contract.ts';
import { countsLine, describeChange, ruleLine } from '../../../web/src/klasifikasi/scheme-words.ts';

const rule = { activeYears: 2, inactiveYears: 3, triggerEvent: '', finalAction: 'destroy', exceptionNote: '' } as const;
const facts: CodeFacts = { name: 'Kendaraan', parentCode: '000.1', rule, securityClass: 'B', accessNote: '' };

describe('the words of the classification screen', () => {
  it('say a rule in one line', () => {
    expect(ruleLine(null)).to.equal('Tanpa aturan sendiri');
    expect(ruleLine(rule)).to.equal('2 tahun aktif, 3 tahun inaktif, Musnah');
    expect(ruleLine({ ...rule, triggerEvent: 'setelah pemeriksaan', exceptionNote: 'kecuali gedung' })).to.equal(
      '2 tahun aktif setelah pemeriksaan, 3 tahun inaktif, Musnah, kecuali gedung',
    );
  });

  it('count what an edition changed, without what was refused', () => {
    expect(countsLine({ added: 2834, retired: 3, moved: 0, retention: 4, refused: 7 })).to.equal(
      '2.834 ditambahkan, 4 retensi berubah, 3 dicabut',
    );
    expect(countsLine({})).to.equal('Tanpa perubahan');
  });

  it('tell what a version changed against the one before', () => {
    expect(describeChange(undefined, facts)).to.deep.equal([]);
    expect(describeChange(facts, { ...facts })).to.deep.equal([]);
    const after: CodeFacts = {
      ...facts,
      name: 'Kendaraan dinas',
      parentCode: null,
      rule: null,
      securityClass: 'T',
      accessNote: 'Unit',
    };
    expect(describeChange(facts, after)).to.deep.equal([
      'Nama semula "Kendaraan"',
      'Semula di bawah 000.1',
      'Retensi semula: 2 tahun aktif, 3 tahun inaktif, Musnah',
      'Keamanan semula Biasa/terbuka (B)',
      'Akses semula: tidak ditulis',
    ]);
  });
});
