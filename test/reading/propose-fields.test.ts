import { expect } from 'chai';
import { proposeFields } from '../../server/reading/propose-fields.ts';
import type { ReadPage, ReadWord } from '../../server/reading/reading.ts';

type Line = [x: number, y: number, text: string, confidence?: number];

/** A page of lines of 0.012 high letters, 0.0085 wide, as fractions of the page. */
function page(...lines: Line[]): ReadPage {
  const words = lines.flatMap(([x, y, text, confidence = 0.96]) => {
    let at = x;
    return text.split(' ').map((word): ReadWord => {
      const placed = { text: word, x: at, y, width: word.length * 0.0085, height: 0.012, confidence };
      at += (word.length + 1) * 0.0085;
      return placed;
    });
  });
  return {
    fileIndex: 0,
    pageNumber: 1,
    widthPx: 1240,
    heightPx: 1754,
    webp: new Uint8Array(),
    source: 'ocr',
    text: '',
    words,
  };
}

const BODY: Line[] = [
  [0.2, 0.4, 'Menindaklanjuti hasil rapat koordinasi tingkat provinsi pada tanggal 12 November 2026'],
  [0.12, 0.42, 'dengan hormat kami sampaikan bahwa seluruh naskah dinas disusun secara elektronik.'],
];

const HEADING: Line[] = [
  [0.12, 0.18, 'Nomor : 500/1487/DISHUB'],
  [0.72, 0.18, 'Sintang, 23 November 2026'],
  [0.12, 0.2, 'Sifat : Sangat Segera'],
  [0.12, 0.22, 'Lampiran : -'],
  [0.12, 0.24, 'Hal : Undangan Rapat Koordinasi'],
  [0.171, 0.258, 'Angkutan Sungai'],
  [0.12, 0.3, 'Yth. Kepala Dinas Perhubungan'],
  [0.12, 0.32, 'di Pontianak'],
];

describe('proposals from the words of a letter', () => {
  it('reads the heading of an official letter', () => {
    const found = proposeFields([
      page([0.3, 0.06, 'PEMERINTAH KABUPATEN SINTANG'], [0.36, 0.08, 'DINAS PERHUBUNGAN'], ...HEADING, ...BODY),
    ]);
    expect(found.number?.value).to.equal('500/1487/DISHUB');
    expect(found.letterDate?.value).to.equal('2026-11-23');
    expect(found.handlingGrade?.value).to.equal('sangat_segera');
    expect(found.securityClass).to.equal(null);
    expect(found.attachmentText?.value).to.equal('-');
    expect(found.subject?.value).to.equal('Undangan Rapat Koordinasi Angkutan Sungai');
    expect(found.addressee?.value).to.equal('Kepala Dinas Perhubungan');
    expect(found.senderOrganisation?.value).to.equal('Dinas Perhubungan Kabupaten Sintang');
    expect(found.summary?.value).to.match(/^Menindaklanjuti .* secara elektronik\.$/u);
  });

  it('stands its boxes on the words of the value', () => {
    const { number, subject } = proposeFields([page(...HEADING, ...BODY)]);
    expect(number?.page).to.equal(0);
    expect(number?.box.x).to.be.closeTo(0.12 + 8 * 0.0085, 0.001);
    expect(number?.box.width).to.be.closeTo(15 * 0.0085, 0.001);
    expect(subject?.box.y).to.be.closeTo(0.24, 0.001);
    expect(subject?.box.height).to.be.closeTo(0.03, 0.001);
  });

  it('understands misread labels and labels whose values stand in a column of their own', () => {
    const found = proposeFields([
      page(
        [0.12, 0.18, 'Nornor'],
        [0.24, 0.18, ': 12/PT-KB/XI/2026'],
        [0.12, 0.2, 'Larnpiran'],
        [0.24, 0.2, ':'],
        [0.26, 0.2, '2 berkas'],
        [0.12, 0.22, 'Perlhal'],
        [0.24, 0.22, ': Penawaran Kerja Sama'],
        [0.12, 0.25, 'Tangga1 : l7 Nopernber 2026'],
      ),
    ]);
    expect(found.number?.value).to.equal('12/PT-KB/XI/2026');
    expect(found.attachmentText?.value).to.equal('2 berkas');
    expect(found.subject?.value).to.equal('Penawaran Kerja Sama');
    expect(found.letterDate?.value).to.equal('2026-11-17');
    expect(proposeFields([page([0.12, 0.2, 'Ha1 : Permohonan Data'])]).subject?.value).to.equal('Permohonan Data');
  });

  it('offers other readings of a doubtful serial number, two at most, as whole numbers', () => {
    const { number } = proposeFields([page([0.12, 0.18, 'Nomor :'], [0.19, 0.18, '600.1.10/1873/DPUPR-B/2026', 0.71])]);
    expect(number?.confidence).to.be.below(0.9);
    expect(number?.alternatives).to.deep.equal(['600.1.10/1878/DPUPR-B/2026', '600.1.10/1373/DPUPR-B/2026']);
    const sure = proposeFields([page([0.12, 0.18, 'Nomor : 600.1.10/1873/DPUPR-B/2026', 0.97])]);
    expect(sure.number?.alternatives).to.deep.equal([]);
  });

  it('mends letters that were read for digits in the serial number', () => {
    expect(proposeFields([page([0.12, 0.18, 'Nomor : 600/l87O/DPUPR/2026'])]).number?.value).to.equal(
      '600/1870/DPUPR/2026',
    );
  });

  it('does not take laws and dates of the body for those of the letter', () => {
    const found = proposeFields([
      page(
        [0.12, 0.4, 'Nomor 23 Tahun 2014 tentang Pemerintahan Daerah mengatur bahwa urusan pemerintahan dibagi'],
        [0.12, 0.42, 'Hal tersebut telah kami sampaikan kepada Saudara pada rapat tanggal 3 Maret 2025 yang lalu'],
      ),
    ]);
    expect(found.number).to.equal(null);
    expect(found.subject).to.equal(null);
    expect(found.letterDate?.confidence ?? 0).to.be.below(0.5);
  });

  it('takes "Rahasia" for a security class, not for urgency', () => {
    const found = proposeFields([page([0.12, 0.2, 'Sifat : Rahasia'])]);
    expect([found.handlingGrade, found.securityClass?.value]).to.deep.equal([null, 'R']);
    expect(proposeFields([page([0.12, 0.2, 'Sifat : Sangat Rahasia'])]).securityClass?.value).to.equal('SR');
  });

  it('knows companies, universities and ministries', () => {
    const sender = (...lines: Line[]) => proposeFields([page(...lines)]).senderOrganisation?.value;
    expect(
      sender([0.3, 0.06, 'PT BANGUN KALBAR PERKASA'], [0.3, 0.08, 'Jl. Ahmad Yani No. 5 Telp. (0561) 123456']),
    ).to.equal('PT Bangun Kalbar Perkasa');
    expect(sender([0.3, 0.06, 'UNIVERSITAS TANJUNGPURA'], [0.33, 0.08, 'FAKULTAS TEKNIK'])).to.equal(
      'Fakultas Teknik Universitas Tanjungpura',
    );
    expect(sender([0.3, 0.06, 'KEMENTERIAN DALAM NEGERI'], [0.33, 0.08, 'REPUBLIK INDONESIA'])).to.equal(
      'Kementerian Dalam Negeri Republik Indonesia',
    );
  });

  it('takes the office from the signature when the letterhead names none', () => {
    const found = proposeFields([
      page(
        [0.3, 0.06, 'PEMERINTAH KOTA PONTIANAK'],
        [0.36, 0.08, 'DINAS KESEHATAN'],
        ...BODY,
        [0.55, 0.6, 'KEPALA DINAS KESEHATAN'],
        [0.55, 0.618, 'KOTA PONTIANAK,'],
      ),
    ]);
    expect(found.senderTitle?.value).to.equal('Kepala Dinas Kesehatan Kota Pontianak');
  });

  it('lowers its confidence with that of the worst word', () => {
    const doubtful = proposeFields([page([0.12, 0.2, 'Hal :'], [0.17, 0.2, 'Undangan'], [0.25, 0.2, 'Rapet', 0.4])]);
    expect(doubtful.subject?.confidence).to.be.within(0.4, 0.65);
  });

  it('cuts a summary at 300 characters', () => {
    const long = Array.from({ length: 12 }, (_, index): Line => [0.12, 0.4 + index * 0.02, 'kata '.repeat(16).trim()]);
    const { summary } = proposeFields([page(...HEADING, ...long)]);
    expect(summary?.value.length).to.be.within(250, 300);
    expect(summary?.value).to.match(/kata…$/u);
  });

  it('proposes nothing for pages without words', () => {
    expect(Object.values(proposeFields([page()])).every((value) => value === null)).to.equal(true);
    expect(Object.values(proposeFields([])).every((value) => value === null)).to.equal(true);
  });
});
