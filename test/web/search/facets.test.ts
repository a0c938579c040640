import { expect } from 'chai';
import { chosenFacets, toggled, type Facets } from '../../../web/src/search/facets.ts';
import { savedWanted, stateOfSaved } from '../../../web/src/search/search-operations.ts';
import { wordsOf } from '../../../web/src/search/use-suggestions.ts';

describe('Filters of the archive search', () => {
  it('take values in and out, and vanish with the last', () => {
    expect(toggled(undefined, 'biasa')).to.equal('biasa');
    expect(toggled('biasa', 'segera')).to.equal('biasa,segera');
    expect(toggled('biasa,segera', 'biasa')).to.equal('segera');
    expect(toggled('segera', 'segera')).to.equal(undefined);
  });

  it('are named in words, each filter once', () => {
    const grade = [
      { value: 'biasa', label: 'Biasa', count: 2 },
      { value: 'segera', label: 'Segera', count: 1 },
    ];
    const found: Facets = { year: [], classification: [], unit: [], type: [], grade, retention: [], security: [] };
    expect(chosenFacets({ sifat: 'biasa,segera', tahun: '2026' }, found)).to.deep.equal([
      { key: 'tahun', title: 'Tahun', label: '2026' },
      { key: 'sifat', title: 'Sifat', label: 'Biasa, Segera' },
    ]);
  });

  it('survive being kept and opened again', () => {
    const state = { q: 'jalan', sifat: 'biasa,segera', dari: '2026-01-01' };
    const id = '01990000-0000-7000-8000-000000000000';
    const wanted = {
      ...savedWanted(state),
      year: [],
      classification: [],
      unit: [],
      type: [],
      security: [],
      retention: [],
    };
    const fresh = { count: 0, isCapped: false };
    const saved = {
      id,
      name: 'Jalan',
      hasAlert: false,
      version: 1,
      fresh,
      wanted: { ...wanted, q: 'jalan', grade: ['biasa' as const, 'segera' as const] },
    };
    const opened = Object.entries(stateOfSaved(saved)).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(opened)).to.deep.equal({ ...state, simpanan: id });
  });

  it('complete the words with a number or a sender as the server takes them', () => {
    expect(wordsOf({ kind: 'sender', text: 'Bupati Kapuas Hulu', path: null })).to.equal('dari:"Bupati Kapuas Hulu"');
    expect(wordsOf({ kind: 'subject', text: 'Perbaikan jalan', path: null })).to.equal('Perbaikan jalan');
  });
});
