import { expect } from 'chai';
import { AppError } from '../../server/errors.ts';
import { readRows } from '../../server/retention/read-rows.ts';
import type { ImportSlot } from '../../server/retention/retention-shapes.ts';

const read = (text: string | Uint8Array, slot: ImportSlot = 'scheme') =>
  readRows(typeof text === 'string' ? Buffer.from(text) : text, slot);

function complaint(bytes: string | Uint8Array): string {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return error.fields[0]?.message ?? '';
    throw error;
  }
  return 'was read';
}

describe('reading a classification or retention CSV', () => {
  it('takes commas, semicolons and tabs, with byte order mark and blank lines', () => {
    const wanted = [
      { line: 2, code: '000', name: 'Umum', parentCode: null },
      { line: 4, code: '000.1', name: 'Tata usaha, rumah tangga', parentCode: '000' },
    ];
    expect(read('code,name,parent\n000,Umum,\n\n000.1,"Tata usaha, rumah tangga",000\n').rows).to.deep.equal(wanted);
    const excel = '\uFEFFKode;Uraian;Kode Induk\r\n000;Umum;\r\n\r\n000.1;Tata usaha, rumah tangga;000\r\n';
    expect(read(excel).rows).to.deep.equal(wanted);
    expect(read('kode\tnama\tinduk\n000\tUmum\t\n\n000.1\tTata usaha, rumah tangga\t000').rows).to.deep.equal(wanted);
  });

  it('goes by place without a line of headings', () => {
    expect(read('000,Umum,\n000.1,Tata usaha,000\n').rows).to.have.lengthOf(2);
    const { rows } = read('000.1,5 Tahun,3 Tahun,Musnah\n', 'schedule');
    expect(rows[0]?.rule).to.include({ activeYears: 5, inactiveYears: 3, finalAction: 'destroy' });
  });

  it('finds the parent in the code when the file has no such column', () => {
    expect(read('kode;nama\n000;Umum\n000.1;Tata usaha').rows.map(({ parentCode }) => parentCode)).to.deep.equal([
      null,
      '000',
    ]);
  });

  it('reads rules in words, with the event, the exception and the note', () => {
    const { rows, refused } = read(
      'kode;retensi aktif;retensi inaktif;nasib akhir;keterangan\n' +
        '000.1;2 Tahun Setelah Pemeriksaan;3 Tahun;Musnah, Kecuali gedung;lihat lampiran\n000.2;-;-;-;\n',
      'schedule',
    );
    expect(refused).to.deep.equal([]);
    expect(rows[0]?.rule).to.deep.equal({
      activeYears: 2,
      inactiveYears: 3,
      triggerEvent: 'setelah Pemeriksaan',
      finalAction: 'destroy',
      exceptionNote: 'kecuali gedung; lihat lampiran',
    });
    expect(rows[1]?.rule).to.equal(null);
  });

  it('takes "Keterangan" of a printed schedule as the final action', () => {
    const { rows } = read('kode,aktif,inaktif,keterangan\n000.1,1 tahun,1 tahun,Permanen\n', 'schedule');
    expect(rows[0]?.rule?.finalAction).to.equal('permanent');
  });

  it('takes plain numbers as years only where the heading says years', () => {
    const years =
      'code,name,active_years,inactive_years,final_action,trigger_event\n000,Umum,2,3,destroy,setelah audit\n';
    expect(read(years).rows[0]?.rule).to.include({ activeYears: 2, triggerEvent: 'setelah audit' });
    const { refused } = read('kode,nama,retensi_aktif,retensi_inaktif,nasib_akhir\n000,Umum,2,3,Musnah\n');
    expect(refused[0]).to.include({ line: 2, column: 'retensi_aktif', code: '000' });
  });

  it('names columns that it does not know', () => {
    const { columns, ignoredColumns } = read('kode,nama,warna\n000,Umum,biru\n');
    expect({ columns, ignoredColumns }).to.deep.equal({ columns: ['kode', 'nama'], ignoredColumns: ['warna'] });
  });

  const ROWS: [string, string, string, RegExp][] = [
    ['a code without its zeros', 'kode,nama\n0.1,Tata usaha', 'kode', /Nol di depan hilang/u],
    ['a code of letters', 'kode,nama\nHK.01,Hukum', 'kode', /tiga angka/u],
    ['an empty name', 'kode,nama\n000,', 'nama', /Isi nama/u],
    ['a missing parent', 'kode,nama,induk\n000.1,Tata usaha,', 'induk', /misalnya 000/u],
    ['its own parent', 'kode,nama,induk\n000.1,Tata usaha,000.1', 'induk', /satu tingkat di atas/u],
    ['an unknown class', 'kode,nama,keamanan\n000,Umum,publik', 'keamanan', /Tulis B/u],
    ['a name of 301 letters', `kode,nama\n000,${'n'.repeat(301)}`, 'nama', /paling banyak 300/u],
    ['half a rule', 'kode,nama,aktif,inaktif,nasib\n000,Umum,2 Tahun,,Musnah', 'retensi_inaktif', /ketiga kolom/u],
    [
      'an event of the inactive years',
      'kode,nama,aktif,inaktif,nasib\n000,Umum,2 Tahun,1 Tahun setelah audit,Musnah',
      'retensi_inaktif',
      /retensi aktif/u,
    ],
  ];
  for (const [what, text, column, advice] of ROWS)
    it(`refuses a row with ${what}, and says where and what to do`, () => {
      const { rows, refused, named } = read(text);
      expect(rows).to.deep.equal([]);
      expect(refused).to.have.lengthOf(1);
      expect(refused[0]).to.include({ line: 2, column });
      expect(refused[0]?.advice).to.match(advice);
      expect(named.size).to.equal(1);
    });

  const FILES: [string, string | Uint8Array, RegExp][] = [
    ['nothing', '', /kosong/u],
    ['blank lines only', '\r\n , \r\n', /kosong/u],
    ['windows-1252', Buffer.from('kode,nama\n000,Caf\u00e9 d\u2019Or', 'latin1'), /CSV UTF-8/u],
    ['UTF-16', Buffer.from('\uFEFFkode,nama\n000,Umum', 'utf16le'), /CSV UTF-8/u],
    ['a NUL', 'kode,nama\n000,Um\0um', /Baris 2 .*NUL/u],
    ['one column', 'kode\n000\n', /tidak terpisah/u],
    ['no headings and no codes', 'apa,ini,itu\n1,2,3', /Judul kolom/u],
    ['the same heading twice', 'kode,nama,nama\n000,a,b', /dua kali/u],
    ['half the columns of a rule', 'kode,nama,aktif\n000,a,5 Tahun', /tiga kolom/u],
    ['an open quote', 'kode,nama\n000,"Umum\n000.1,x', /kutip/u],
    ['a cell of a megabyte', `kode,nama\n000,${'x'.repeat(1_000_000)}`, /baris 2.*|terlalu panjang/u],
    ['bytes of a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), /CSV UTF-8/u],
    ['20,001 rows', `kode,nama\n${'000,Umum\n'.repeat(20_001)}`, /paling banyak/u],
  ];
  for (const [what, bytes, message] of FILES)
    it(`refuses a file of ${what} with one sentence`, () => {
      expect(complaint(bytes)).to.match(message);
    });
});
