import { expect } from 'chai';
import type { LetterBody } from '../../../server/letters/letter-body.ts';
import { checkStyle, type LetterFacts, type StyleFinding } from '../../../web/src/konsep/check-style.ts';
import { spellNumber } from '../../../web/src/konsep/spell-number.ts';
import { doc, item, ordered, paragraph, table } from '../../letters/letter-body-samples.ts';

const note: LetterFacts = { type: 'nota_dinas', onBehalfOfTitle: null, copies: [] };

function found(body: LetterBody, facts: LetterFacts = note): string[] {
  return checkStyle(body, facts).map((one) => `${one.rule}: ${one.at?.quote ?? ''}`);
}

function only(text: string): StyleFinding {
  const findings = checkStyle(doc(paragraph(text)), note);
  expect(findings).to.have.lengthOf(1);
  return findings[0]!;
}

describe('style check', () => {
  it('finds foreign terms that are not italic, with their place', () => {
    const one = only('sewa wheel loader selama kegiatan');
    expect(one.rule).to.equal('foreign_not_italic');
    expect(one.at).to.deep.equal({ block: 0, offset: 5, quote: 'wheel loader' });
    expect(one.fix.change).to.deep.equal({ kind: 'italic' });
  });

  it('is content with a foreign term in italics, also when it is cut into runs', () => {
    const italic: LetterBody = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'sewa ' },
            { type: 'text', text: 'wheel ', marks: [{ type: 'italic' }] },
            { type: 'text', text: 'loader', marks: [{ type: 'bold' }, { type: 'italic' }] },
          ],
        },
      ],
    };
    expect(found(italic)).to.deep.equal([]);
  });

  it('does not read a foreign term inside an address or a longer word', () => {
    expect(found(doc(paragraph('kirim ke email@kalbarprov.go.id atau drafting')))).to.deep.equal([]);
  });

  it('asks for numbers in letters where something is counted', () => {
    const one = only('masa tugas alat 14 hari kalender');
    expect(one.detail).to.equal('“14 hari” jadi “14 (empat belas) hari”');
    expect(one.fix.change).to.deep.equal({ kind: 'replace', text: '14 (empat belas) hari' });
  });

  it('leaves dates, references, written-out numbers and table cells alone', () => {
    const body = doc(
      paragraph('tanggal 24 November 2026, 14 (empat belas) hari, Nomor 12 Tahun 2026, pukul 09.30, pasal 5 hari'),
      table(['Alat', 'Jumlah'], ['Ekskavator', '2 unit']),
    );
    expect(found(body)).to.deep.equal([]);
  });

  it('mends spelling in the case it was written in', () => {
    expect(only('Silahkan hadir').fix.change).to.deep.equal({ kind: 'replace', text: 'Silakan' });
    expect(only('bulan nopember').fix.change).to.deep.equal({ kind: 'replace', text: 'November' });
  });

  it('finds doubled spaces and spaces before a mark', () => {
    expect(found(doc(paragraph('alat  berat , dan')))).to.deep.equal(['spacing:   ', 'spacing:  ']);
    expect(only('alat  berat').fix.change).to.deep.equal({ kind: 'replace', text: ' ' });
    expect(only('berat , dan').fix.change).to.deep.equal({ kind: 'replace', text: '' });
  });

  it('names characters that the letter font cannot print, and removes them', () => {
    const facts: LetterFacts = { ...note, isPrintable: (char) => char < '\u3000' };
    const [one] = checkStyle(doc(paragraph('rapat \u{1F600} besok')), facts);
    expect(one).to.deep.include({ rule: 'unprintable', at: { block: 0, offset: 6, quote: '\u{1F600}' } });
    expect(one?.detail).to.contain('U+1F600');
    expect(one?.fix).to.deep.equal({ label: 'Hapus', change: { kind: 'replace', text: '' } });
  });

  it('wants the Governor copied on a letter signed on his behalf', () => {
    const onBehalf: LetterFacts = { ...note, onBehalfOfTitle: 'Gubernur Kalimantan Barat' };
    expect(found(doc(paragraph('x')), onBehalf)).to.deep.equal(['governor_not_copied: ']);
    expect(found(doc(paragraph('x')), { ...onBehalf, copies: ['Gubernur Kalimantan Barat'] })).to.deep.equal([]);
    expect(found(doc(paragraph('x')), { ...onBehalf, copies: ['Wakil Gubernur'] })).to.have.lengthOf(1);
  });

  it('wants a closing sentence in a surat dinas of some length', () => {
    const facts: LetterFacts = { ...note, type: 'surat_dinas' };
    const open = doc(paragraph('Satu'), paragraph('Dua'), paragraph('Tiga'));
    expect(found(open, facts)).to.deep.equal(['closing_missing: ']);
    expect(
      found(doc(...open.content, paragraph('Atas perhatian Saudara kami ucapkan terima kasih.')), facts),
    ).to.deep.equal([]);
    expect(found(open)).to.deep.equal([]);
  });

  it('counts blocks as the editor does and lists findings in reading order', () => {
    const body = doc(paragraph('Pembuka 3 hari'), ordered(item('satu', ordered(item('resiko dan email')))));
    const places = checkStyle(body, note).map((one) => [one.at?.block, one.at?.offset]);
    expect(places).to.deep.equal([
      [0, 8],
      [2, 0],
      [2, 11],
    ]);
  });
});

describe('spellNumber', () => {
  it('spells numbers as letters write them', () => {
    const spelled = [0, 1, 10, 11, 14, 20, 21, 100, 115, 999, 1000, 1450, 20_000, 1_000_000].map(spellNumber);
    expect(spelled).to.deep.equal([
      'nol',
      'satu',
      'sepuluh',
      'sebelas',
      'empat belas',
      'dua puluh',
      'dua puluh satu',
      'seratus',
      'seratus lima belas',
      'sembilan ratus sembilan puluh sembilan',
      'seribu',
      'seribu empat ratus lima puluh',
      'dua puluh ribu',
      'satu juta',
    ]);
  });
});
