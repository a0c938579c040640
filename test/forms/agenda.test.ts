import { expect } from 'chai';
import excel from 'exceljs';
import { INCOMING_AGENDA_COLUMNS, OUTGOING_AGENDA_COLUMNS } from '../../server/forms/agenda-columns.ts';
import { BookTooLongError, MOST_BOOK_ROWS } from '../../server/forms/book-too-long-error.ts';
import { typesetAgendaBook } from '../../server/forms/typeset-agenda-book.ts';
import { writeAgendaCsv } from '../../server/forms/write-agenda-csv.ts';
import { writeAgendaXlsx } from '../../server/forms/write-agenda-xlsx.ts';
import { HERE, readForm } from './form-pool.ts';
import { incomingBook, incomingRow, outgoingBook, outgoingRow } from './samples.ts';

const incoming = async (...rows: ReturnType<typeof incomingRow>[]) =>
  readForm(await typesetAgendaBook(HERE, incomingBook(rows)));

describe('typesetAgendaBook', () => {
  it('repeats the head with its numbered columns on every page and counts the pages', async () => {
    const { pages, sizes } = await incoming(...Array.from({ length: 60 }, (_, index) => incomingRow(index)));
    expect(new Set(sizes)).to.deep.equal(new Set(['297 x 210']));
    expect(pages.length).to.be.within(3, 5);
    for (const [index, page] of pages.entries()) {
      expect(page).to.match(/Diteruskan kepada dan tanggal.*\(1\) \(2\) \(3\).*\(9\)/u);
      expect(page).to.include('Dicetak dari Lontar pada 24 November 2026 pukul 10.02 WIB oleh L. P. Sinaga');
      expect(page).to.include(`Halaman ${String(index + 1)} dari ${String(pages.length)}`);
    }
    const text = pages.join(' ');
    for (let number = 4116; number < 4176; number += 1) expect(text).to.include(` ${String(number)} 20-11-2026`);
  });

  it('shows why a number is void and hides the subject of secret letters', async () => {
    const { pages } = await incoming(
      incomingRow(1, { voidReason: 'dicatat ganda' }),
      incomingRow(2, { securityClass: 'R', subject: 'Hasil audit khusus' }),
      incomingRow(3, { securityClass: 'SR', subject: 'Hasil audit khusus' }),
    );
    expect(pages[0]).to.include('Batal: dicatat ganda').and.not.include('Hasil audit');
    expect(pages[0]?.match(/\(rahasia\)/gu)).to.have.length(2);
  });

  it('prints the outgoing book with its own columns, and an empty book that says so', async () => {
    const book = await readForm(await typesetAgendaBook(HERE, outgoingBook([outgoingRow(0)])));
    expect(book.pages[0]).to.include('BUKU AGENDA SURAT KELUAR TAHUN 2026');
    expect(book.pages[0]).to.match(/No\. urut Tanggal Nomor surat Tujuan Hal Lamp\. Sifat Penanda tangan Ket\./u);
    expect((await incoming()).pages[0]).to.include('Tidak ada surat masuk pada masa ini.');
  });

  it('prints a box for an emoji in one of many subjects instead of refusing the book', async () => {
    expect((await incoming(incomingRow(0, { subject: 'Undangan 🎉 rapat' }))).pages[0]).to.include('Undangan □ rapat');
  });

  it('refuses a book beyond the limit in a sentence that helps', async () => {
    const rows = Array.from({ length: MOST_BOOK_ROWS + 1 }, (_, index) => incomingRow(index));
    const failure = await typesetAgendaBook(HERE, incomingBook(rows)).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(BookTooLongError);
    expect(failure)
      .to.have.property('message')
      .that.includes('5.001 baris')
      .and.includes('Pilih masa yang lebih pendek');
  });
});

describe('writeAgendaCsv', () => {
  it('keeps every value through a reader of RFC 4180, and hides what the book hides', () => {
    const rows = [
      incomingRow(0, { sender: 'CV "Maju; Jaya"', subject: 'Baris satu\nbaris dua' }),
      incomingRow(1, { securityClass: 'SR', letterDate: null }),
      incomingRow(2, { subject: '=HYPERLINK("x")', voidReason: 'ganda' }),
    ];
    const [head, first, second, third] = parse(writeAgendaCsv(rows, INCOMING_AGENDA_COLUMNS));
    expect(head?.slice(0, 3)).to.deep.equal(['No. agenda', 'Tanggal terima', 'Asal surat']);
    expect(first?.slice(0, 6)).to.deep.equal([
      '4116',
      '2026-11-20',
      'CV "Maju; Jaya"',
      '500.12/1174/DISKOMINFO',
      '2026-11-17',
      'Baris satu\nbaris dua',
    ]);
    expect([second?.[4], second?.[5], second?.[7]]).to.deep.equal(['', '(rahasia)', 'Sangat rahasia']);
    expect([third?.[5], third?.at(-1)]).to.deep.equal(['\'=HYPERLINK("x")', 'Batal: ganda']);
  });
});

describe('writeAgendaXlsx', () => {
  it('writes dates and numbers as such under bold, frozen, filtered headings', async () => {
    const rows = [
      incomingRow(0),
      incomingRow(1, { agendaNumber: '12.a', subject: '=1+1', letterDate: null, letterNumber: 'A\u0000\u000bB' }),
    ];
    const sheet = await readSheet(await writeAgendaXlsx(rows, INCOMING_AGENDA_COLUMNS));
    expect(sheet.rowCount).to.equal(3);
    expect(sheet.getCell('A1').font.bold).to.equal(true);
    expect(sheet.views[0]).to.include({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).to.equal('A1:K1');
    expect(sheet.getColumn(6).width).to.equal(50);
    expect(sheet.getCell('A2').value).to.equal(4116);
    expect(sheet.getCell('B2').value).to.deep.equal(new Date('2026-11-20T00:00:00Z'));
    expect(sheet.getCell('B2').numFmt).to.equal('dd-mm-yyyy');
    expect([sheet.getCell('A3').value, sheet.getCell('D3').value]).to.deep.equal(['12.a', 'AB']);
    expect([sheet.getCell('F3').type, sheet.getCell('F3').value]).to.deep.equal([excel.ValueType.String, '=1+1']);
    expect(sheet.getCell('E3').value).to.equal(null);
  });

  it('takes rows as they come from elsewhere', async () => {
    async function* rows() {
      for (let index = 0; index < 300; index += 1) yield await Promise.resolve(outgoingRow(index));
    }
    const sheet = await readSheet(await writeAgendaXlsx(rows(), OUTGOING_AGENDA_COLUMNS));
    expect(sheet.rowCount).to.equal(301);
    expect(sheet.getCell('D301').value).to.equal('Kepala Dinas Kesehatan; Kepala Biro Hukum');
  });
});

async function readSheet(bytes: Buffer): Promise<excel.Worksheet> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
}

/** Reads RFC 4180 with semicolons. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).to.equal(true);
  const cells = csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/gu);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
