import { expect } from 'chai';
import { typesetDispositionCard } from '../../server/forms/typeset-disposition-card.ts';
import { typesetDispositionChain } from '../../server/forms/typeset-disposition-chain.ts';
import { typesetDispositionForm } from '../../server/forms/typeset-disposition-form.ts';
import { createTypesetPool } from '../../server/pdf/preview-pool.ts';
import { HERE, readForm, type ReadForm } from './form-pool.ts';
import {
  chainNode,
  dispositionCard,
  dispositionChain,
  dispositionForm,
  giver,
  longDispositionCard,
  longDispositionForm,
} from './samples.ts';

const form = async (...changes: Parameters<typeof dispositionForm>): Promise<ReadForm> =>
  readForm(await typesetDispositionForm(HERE, dispositionForm(...changes)));
const card = async (...changes: Parameters<typeof dispositionCard>): Promise<ReadForm> =>
  readForm(await typesetDispositionCard(HERE, dispositionCard(...changes)));
const chain = async (...changes: Parameters<typeof dispositionChain>): Promise<ReadForm> =>
  readForm(await typesetDispositionChain(HERE, dispositionChain(...changes)));

describe('typesetDispositionForm', () => {
  it('fills one half folio with every cell of the sheet', async () => {
    const { pages, sizes } = await form();
    expect(sizes).to.deep.equal(['165 x 215']);
    for (const words of [
      'DINAS KOMUNIKASI DAN INFORMATIKA',
      'PT Sinar Kapuas Nusantara',
      '088/SKN-DIR/XI/2026',
      '23 November 2026, 09.14 WIB',
      '4127 / 2026',
      'Kepala Bidang Infrastruktur TIK (koordinator)',
      'Batas waktu: 30 November 2026',
      'Pontianak, 23 November 2026 KEPALA DINAS,',
      'Diparaf secara elektronik 23-11-2026 10.37 WIB',
      'NIP 19700418 199603 1 003',
      'Disposisi lanjutan: 3 penerima',
      'Dicetak 24 November 2026, 10.02 WIB',
    ])
      expect(pages[0]).to.include(words);
  });

  it('names the acting official and who recorded the disposition, and claims no electronic initial then', async () => {
    const { pages } = await form({ giver: giver({ actingPrefix: 'Plh.', recordedBy: 'Lidya Permata Sinaga' }) });
    expect(pages).to.have.length(1);
    expect(pages[0]).to.include('Plh. KEPALA DINAS,');
    expect(pages[0]).to.include('Dicatat oleh Lidya Permata Sinaga atas perintah Plh. Kepala Dinas');
    expect(pages[0]).to.not.include('Diparaf');
  });

  it('prints neither rank nor NIP of a regional head', async () => {
    const { pages } = await form({ giver: giver({ title: 'Gubernur', isRegionalHead: true }) });
    expect(pages[0]).to.include('GUBERNUR, ');
    expect(pages[0]).to.not.match(/NIP|Pembina/u);
  });

  it('flows on with long lists and notes, and loses none of them', async () => {
    const { pages, sizes } = await readForm(await typesetDispositionForm(HERE, longDispositionForm()));
    expect(sizes.length).to.be.within(3, 6);
    expect(new Set(sizes)).to.deep.equal(new Set(['165 x 215']));
    const text = pages.join(' ');
    for (let number = 1; number <= 60; number += 1) expect(text).to.include(`Subbagian Nomor ${String(number)} pada`);
    expect(text.match(/saya terima hari Senin/gu)).to.have.length(14);
    expect(pages.at(-1)).to.match(/LEMBAR DISPOSISI \(lanjutan\).*Drs\. Markus/u);
  });

  it('prints a bare sheet, with other classes of secrecy by their own name', async () => {
    const bare = {
      recipients: [],
      instructions: [],
      note: null,
      dueDate: null,
      letterNumber: null,
      agendaNumber: null,
    };
    const { pages, sizes } = await form({ ...bare, securityClass: 'SR', giver: giver({ verificationUrl: null }) });
    expect(sizes).to.have.length(1);
    expect(pages[0]).to.include('Sangat rahasia').and.include('– / 2026');
  });

  it('prints a box for what no font can show, and breaks words that are wider than their cell', async () => {
    const word = 'x'.repeat(300);
    const { pages } = await form({ sender: 'Toko 漢😀 Maju', subject: `Lihat ${word}` });
    expect(pages[0]).to.include('Toko □□ Maju');
    expect(pages[0]?.replaceAll(' ', '')).to.include(word);
  });
});

describe('typesetDispositionCard', () => {
  it('fits an ordinary chain on one card', async () => {
    const { pages, sizes } = await card();
    expect(sizes).to.deep.equal(['102 x 157']);
    expect(pages[0]).to.include('3. Kepala Dinas Kominfo 23-11-2026 13.42');
    expect(pages[0]).to.include('Sekretaris Daerah 23-11-2026 10.58 WIB');
    expect(pages[0]).to.include('Lembar 1 (putih)');
  });

  it('goes on on further cards that name the letter', async () => {
    const { pages, sizes } = await readForm(await typesetDispositionCard(HERE, longDispositionCard()));
    expect(sizes.length).to.be.greaterThan(2);
    for (const page of pages.slice(1)) expect(page).to.match(/LEMBAR DISPOSISI \(lanjutan\) No\. urut 4127/u);
    const text = pages.join(' ');
    for (let number = 1; number <= 34; number += 1) expect(text).to.include(`Nomor ${String(number)} pada`);
    for (let number = 1; number <= 7; number += 1) expect(text).to.include(`Pemberi ${String(number)} Telaah`);
    expect(text.match(/Paraf dan tanggal/gu)).to.have.length(1);
  });

  it('stays one card with nothing forwarded and with an endless summary', async () => {
    const { sizes } = await card({
      forwards: [],
      instructions: [],
      giver: null,
      summary: 'Permohonan data '.repeat(200),
    });
    expect(sizes).to.have.length(1);
  });
});

describe('typesetDispositionChain', () => {
  it('numbers every node by its place in the tree and counts what is settled', async () => {
    const { pages, sizes } = await chain();
    expect(sizes).to.deep.equal(['210 x 297']);
    expect(pages[0]).to.include('4 penerima pada 3 tingkat: 2 selesai, 2 belum selesai.');
    expect(pages[0]).to.include('1.1.1 Pranata Komputer Ahli Muda → Pengolah Data dan Informasi');
    expect(pages[0]).to.include('Laporan Rangga Saputra, 24-11-2026 08.08 WIB Daftar 214 titik');
    expect(pages[0]).to.include('Dicatat oleh Lidya Permata Sinaga, A.Md. atas perintah Kepala Dinas');
  });

  it('says so when nothing was disposed', async () => {
    const { pages } = await chain({ roots: [] });
    expect(pages[0]).to.include('Surat ini belum didisposisikan.');
  });

  it('prints deep and wide trees whole', async () => {
    let deep = chainNode({ recipient: 'Tingkat 15', note: 'Panjang sekali. '.repeat(400) });
    for (let level = 14; level >= 1; level -= 1) {
      deep = chainNode({ recipient: `Tingkat ${String(level)}`, note: null, children: [deep] });
    }
    const wide = Array.from({ length: 120 }, (_, index) => chainNode({ recipient: `Penerima ${String(index + 1)}.` }));
    const { pages } = await chain({ roots: [deep, ...wide] });
    const text = pages.join(' ');
    expect(text).to.include('1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 ');
    expect(text.match(/sekali\./gu)).to.have.length(400);
    for (let number = 1; number <= 120; number += 1) expect(text).to.include(`Penerima ${String(number)}.`);
  });
});

describe('forms in the pool of threads', function () {
  this.timeout(60_000);

  it('are the very bytes that this thread typesets', async () => {
    const pool = createTypesetPool({ size: 1 });
    try {
      const there = await typesetDispositionForm(pool, dispositionForm());
      const here = await typesetDispositionForm(HERE, dispositionForm());
      expect(Buffer.compare(there.pdf, here.pdf)).to.equal(0);
    } finally {
      await pool.close();
    }
  });
});
