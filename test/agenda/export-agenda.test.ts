import { expect } from 'chai';
import excel from 'exceljs';
import { exportAgenda } from '../../server/agenda/export-agenda.ts';
import { readForm } from '../forms/form-pool.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside } from '../support/letters.ts';
import { receivedLetter } from '../support/received-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('the export of an agenda book', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    await receivedLetter(deps, agency, { to: 'kadis', subject: 'Permohonan pita lebar' });
    await receivedLetter(deps, agency, { to: 'kadis', securityClass: 'T', subject: 'Evaluasi terbatas' });
    await receivedLetter(deps, agency, { securityClass: 'R', subject: 'Pengadaan sandi', number: '=1+1' });
    const { id } = await receivedLetter(deps, agency, { subject: 'Salah catat' });
    await rowsOf(
      deps.database.adminUrl,
      `update incoming_letter set status = 'cancelled', cancelled_at = $2, cancel_reason = 'Salah register' where id = $1`,
      [id, deps.now()],
    );
  });
  after(() => deps.release());

  const ask = async (key: DeskKey, query: Partial<Parameters<typeof exportAgenda>[2]> = {}) => {
    const reply = await exportAgenda(deps, await agency.actor(key), {
      book: 'incoming',
      q: '',
      format: 'csv',
      ...query,
    });
    return { ...reply, bytes: Buffer.from(reply.bytes as Uint8Array) };
  };

  it('gives as CSV the rows of the list, oldest number first, secret subjects masked', async () => {
    const { bytes, fileName, mediaType } = await ask('tu');
    expect(fileName).to.equal('agenda-masuk-dinas-komunikasi-dan-informatika-2026.csv');
    expect(mediaType).to.equal('text/csv; charset=utf-8');
    const [, ...lines] = bytes.toString('utf8').trim().split('\r\n');
    expect(lines).to.deep.equal([
      '1;2026-11-24;Bupati Kapuas Hulu;000/12/BUP/2026;2026-11-20;Permohonan pita lebar;;Biasa;Ka. Dinas Komunikasi dan Informatika;2026-11-24;Diteruskan',
      '2;2026-11-24;Bupati Kapuas Hulu;000/12/BUP/2026;2026-11-20;Rahasia;;Biasa;Ka. Dinas Komunikasi dan Informatika;2026-11-24;Diteruskan',
      "3;2026-11-24;Bupati Kapuas Hulu;'=1+1;2026-11-20;(rahasia);;Rahasia;;;Tertutup",
      '4;2026-11-24;Bupati Kapuas Hulu;000/12/BUP/2026;2026-11-20;Salah catat;;Biasa;;;Batal: Salah register',
    ]);
  });

  it('gives as XLSX only what the filter leaves', async () => {
    const { bytes } = await ask('tu', { format: 'xlsx', statuses: ['cancelled'] });
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).to.equal(2);
    expect(sheet?.getRow(2).getCell(1).value).to.equal(4);
  });

  it('prints the book with the letterhead of the unit, and says when letters are left out', async () => {
    const { bytes, mediaType } = await ask('tu', { format: 'pdf' });
    expect(mediaType).to.equal('application/pdf');
    const [page] = (await readForm({ pdf: bytes, pageCount: 1 })).pages;
    expect(page).to.include('BUKU AGENDA SURAT MASUK TAHUN 2026').and.include('Masa: tahun 2026');
    expect(page).to.include('DINAS KOMUNIKASI DAN INFORMATIKA').and.include('oleh Pejabat Tu, S.Kom.');
    expect(page)
      .to.include('Batal: Salah register')
      .and.not.match(/sandi|terbatas/u);
    const part = await ask('tu', { format: 'pdf', q: 'pita', from: '2026-11-01' });
    const [excerpt] = (await readForm({ pdf: part.bytes, pageCount: 1 })).pages;
    expect(excerpt).to.match(/Masa: sejak 1\sNovember\s2026 \(kutipan menurut saringan\)/u);
    expect(excerpt).not.to.include('Salah register');
  });

  it('gives only the rows that were chosen, and says that they are an excerpt', async () => {
    const rows = await rowsOf<{ id: string }>(
      deps.database.adminUrl,
      `select id from incoming_letter where agency_id = $1 and agenda_number in (1, 4) order by agenda_number`,
      [agency.agencyId],
    );
    const ids = rows.map(({ id }) => id);
    const { bytes } = await ask('tu', { ids });
    const [, ...lines] = bytes.toString('utf8').trim().split('\r\n');
    expect(lines.map((line) => line.split(';')[0])).to.deep.equal(['1', '4']);
    const printed = await ask('tu', { ids: ids.slice(0, 1), format: 'pdf' });
    const [page] = (await readForm({ pdf: printed.bytes, pageCount: 1 })).pages;
    expect(page).to.include('(kutipan menurut saringan)').and.not.include('Salah register');
    const elsewhere = await ask('arsiparis', { book: 'outgoing', ids });
    expect(elsewhere.bytes.toString('utf8').trim().split('\r\n')).to.have.length(1);
  });

  it('prints the outgoing book too', async () => {
    await signedLetter(deps, agency, { to: [inside(agency, 'sekda')] });
    const { bytes, fileName } = await ask('arsiparis', { book: 'outgoing' });
    expect(fileName).to.match(/^agenda-keluar-/u);
    expect(bytes.toString('utf8')).to.match(/1;2026-11-24;500\.12\.6\/1\/DISKOMINFO\/2026;Sekretaris Daerah;Undangan/u);
  });

  it('records who exported what', async () => {
    const [event] = await rowsOf<{ body: string }>(
      deps.database.adminUrl,
      `select body from event where action = 'agenda.exported' order by seq limit 1`,
    );
    const body = JSON.parse(event?.body ?? '{}') as Record<string, unknown>;
    expect(body['positionId']).to.equal(agency.desk('tu').positionId);
    expect(body['detail']).to.include({ book: 'incoming', format: 'csv', rows: 4, year: 2026 });
  });

  it('refuses desks without the book, and books that are too long for one file', async function () {
    this.timeout(60_000);
    await refusalOf(ask('kadis'), 'forbidden');
    await rowsOf(
      deps.database.adminUrl,
      `insert into incoming_letter (agency_id, id, register_id, unit_id, agenda_number, agenda_year, status, received_at, received_date,
         channel, subject)
       select $1, gen_random_uuid(), (select id from register where agency_id = $1 and unit_id = $2 and kind = 'agenda'), $2, n + 4, 2026,
         'registered', $3::timestamptz, $3::timestamptz::date, 'counter', 'Surat ' || n
       from generate_series(1, 5000) n`,
      [agency.agencyId, agency.unitId('kominfo'), deps.now()],
    );
    const refused = await exportAgenda(deps, await agency.actor('tu'), {
      book: 'incoming',
      q: '',
      format: 'pdf',
    }).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'too_many_rows' });
    expect(refused).to.have.property('message').that.includes('5.000 baris').and.includes('Excel');
    const { bytes } = await ask('tu');
    const lines = bytes.toString('utf8').trim().split('\r\n');
    expect(lines).to.have.lengthOf(5005);
    expect(lines.map((line) => line.split(';')[0]).slice(1)).to.deep.equal(
      Array.from({ length: 5004 }, (_, index) => String(index + 1)),
    );
  });
});
