import { expect } from 'chai';
import { recordPrint } from '../../server/letters/record-print.ts';
import { getSavingsCsv } from '../../server/reports/get-savings-csv.ts';
import { getSavings } from '../../server/reports/get-savings.ts';
import { sumSavings } from '../../server/reports/savings-formula.ts';
import { setAssumptions } from '../../server/reports/set-assumptions.ts';
import { getHome } from '../../server/tasks/get-home.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside, outside } from '../support/letters.ts';
import { receivedLetter } from '../support/received-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('the savings report', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let printedId: string;

  // October: 1 page to PUPR (another OPD) and the bupati by mail. November: 1 page to the own secretary, to PUPR, to an
  // office without e-mail (paper), then 2 copies printed at Diskominfo.
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    deps.setNow(new Date('2026-10-20T02:00:00Z'));
    await signedLetter(deps, agency, {
      to: [inside(agency, 'kadispupr'), outside('Bupati Kapuas Hulu', 'bupati@contoh.go.id')],
    });
    deps.setNow(new Date('2026-11-24T02:00:00Z'));
    printedId = (
      await signedLetter(deps, agency, {
        to: [inside(agency, 'sekdis'), inside(agency, 'kadispupr'), outside('CV Bumi Raya')],
      })
    ).id;
    await recordPrint(deps, await agency.actor('tu'), { letterId: printedId, copies: 2 });
  });
  after(() => deps.release());

  const report = async (key: DeskKey, period = YEAR) => getSavings(deps, await agency.actor(key), period);
  const factsOf = (answer: Awaited<ReturnType<typeof report>>) =>
    answer.rows.map(({ unitName, month, facts }) => [unitName, month, ...Object.values(facts)]);

  it('counts what stayed electronic, by OPD and month, as counted by hand', async () => {
    expect(factsOf(await report('sekda'))).to.deep.equal([
      // unit, month, letters, outgoing, draft, incoming pages, deliveries, printed
      ['Dinas Komunikasi dan Informatika', '2026-10', 1, 3, 1, 0, 2, 0],
      ['Dinas Pekerjaan Umum dan Penataan Ruang', '2026-10', 0, 0, 0, 1, 0, 0],
      ['Dinas Komunikasi dan Informatika', '2026-11', 0, 3, 1, 1, 1, 2],
      ['Dinas Pekerjaan Umum dan Penataan Ruang', '2026-11', 0, 0, 0, 1, 0, 0],
    ]);
    expect(await report('sekda')).to.include({ totalLetters: 2, unitCount: 3, scopeName: 'Pemerintah Provinsi Uji' });
  });

  it('adds up to the rupiah worked out by hand', async () => {
    // Sheets: (3+1x2) + 1x3 + (3+1x2+1x3-2) + 1x3 = 17; deliveries 3.
    const { rows } = await report('sekda');
    const saved = sumSavings(rows);
    expect(saved.sheets).to.equal(17);
    expect(saved.rupiah).to.be.closeTo((17 / 500) * 60_000 + 17 * 180 + 3 * 12_000, 0.001);
  });

  it('counts only the days asked for', async () => {
    const answer = await report('sekda', { from: '2026-10-21', to: '2026-11-23' });
    expect(answer.rows).to.deep.equal([]);
    expect(answer.totalLetters).to.equal(0);
    await refusalOf(report('sekda', { from: '2026-12-31', to: '2026-01-01' }), 'invalid_input');
  });

  it('shows the whole agency to its head, secretary, administrators and auditors, and others their own OPD', async () => {
    for (const key of ['gubernur', 'sekda', 'admin', 'auditor'] as const)
      expect(new Set((await report(key)).rows.map(({ unitName }) => unitName)).size, key).to.equal(2);
    for (const key of ['kadispupr', 'staf'] as const)
      expect(new Set((await report(key)).rows.map(({ unitName }) => unitName)).size, key).to.equal(1);
    expect((await report('kadispupr')).scopeName).to.equal('Dinas Pekerjaan Umum dan Penataan Ruang');
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    expect((await getSavings(deps, await other.actor('sekda'), YEAR)).rows).to.deep.equal([]);
  });

  it('names in the CSV exactly the letters behind the figures, without subjects', async () => {
    const file = await getSavingsCsv(deps, await agency.actor('sekda'), YEAR);
    const lines = Buffer.from(file.bytes as Uint8Array)
      .toString('utf8')
      .trim()
      .split('\r\n');
    expect(lines.filter((line) => line.startsWith('Surat keluar'))).to.deep.equal([
      'Surat keluar;2026-10-20;Dinas Komunikasi dan Informatika;500.12.6/1/DISKOMINFO/2026;Surat dinas;1;2;2;0;0',
      'Surat keluar;2026-11-24;Dinas Komunikasi dan Informatika;500.12.6/2/DISKOMINFO/2026;Surat dinas;1;2;1;1;0',
    ]);
    expect(lines.filter((line) => line.startsWith('Surat masuk'))).to.have.lengthOf(3);
    expect(lines.filter((line) => line.startsWith('Cetakan'))).to.have.lengthOf(1);
    expect(lines.join()).not.to.match(/Undangan/u);
  });

  it('saves assumptions from a date on, with an event, and leaves earlier months as they were', async () => {
    const { current } = await report('admin');
    await setAssumptions(deps, await agency.actor('admin'), {
      ...current,
      paperRupiahPerRim: 70_000,
      kilogramsPerRim: 2.5,
      validFrom: '2026-11-24',
    });
    const { rows, current: now } = await report('sekda');
    expect(now).to.include({ paperRupiahPerRim: 70_000, kilogramsPerRim: 2.5 });
    expect(rows.map(({ month, assumptions }) => [month, assumptions.paperRupiahPerRim])).to.deep.equal([
      ['2026-10', 60_000],
      ['2026-10', 60_000],
      ['2026-11', 70_000],
      ['2026-11', 70_000],
    ]);
    const [event] = await rowsOf<{ body: string }>(
      deps.database.adminUrl,
      `select body from event where action = 'savings.assumptions_set'`,
    );
    expect(event?.body).to.match(/"paperRupiahPerRim":70000/u);
  });

  it('lets only administrators and the regional secretary save', async () => {
    const { current } = await report('kadis');
    const before = await valueOf(deps.database.adminUrl, 'select count(*) from savings_assumption');
    for (const key of ['kadis', 'auditor', 'gubernur'] as const)
      await refusalOf(
        setAssumptions(deps, await agency.actor(key), { ...current, validFrom: '2026-11-24' }),
        'forbidden',
      );
    expect(await valueOf(deps.database.adminUrl, 'select count(*) from savings_assumption')).to.equal(before);
    expect((await report('sekda')).canEdit).to.equal(true);
    expect((await report('kadis')).canEdit).to.equal(false);
  });

  it('agrees with the figure on the home page', async () => {
    const home = await getHome(deps, await agency.actor('kadispupr'));
    const november = await report('kadispupr', { from: '2026-11-01', to: '2026-11-24' });
    expect(home.savings.rupiah).to.equal(Math.round(sumSavings(november.rows).rupiah));
    expect(home.savings.months.map(({ month }) => month)).to.deep.equal([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
  });

  it('counts the scanned pages of letters from outside, not those of a cancelled registration', async () => {
    const before = factsOf(await report('kadispupr', { from: '2026-12-01', to: '2026-12-31' }));
    expect(before).to.deep.equal([]);
    deps.setNow(new Date('2026-12-02T02:00:00Z'));
    await receivedLetter(deps, agency, { unit: 'pupr', pageCount: 7, number: 'B/77/DIR/2026' });
    await receivedLetter(deps, agency, { unit: 'pupr', pageCount: 0, securityClass: 'R', number: 'R-1/2026' });
    const { id } = await receivedLetter(deps, agency, { unit: 'pupr', pageCount: 90 });
    await rowsOf(
      deps.database.adminUrl,
      `update incoming_letter set status = 'cancelled', cancelled_at = $2 where id = $1`,
      [id, deps.now()],
    );
    const december = { from: '2026-12-01', to: '2026-12-31' };
    expect(factsOf(await report('kadispupr', december))).to.deep.equal([
      ['Dinas Pekerjaan Umum dan Penataan Ruang', '2026-12', 0, 0, 0, 7, 0, 0],
    ]);
    const file = await getSavingsCsv(deps, await agency.actor('kadispupr'), december);
    const [, ...lines] = Buffer.from(file.bytes as Uint8Array)
      .toString('utf8')
      .trim()
      .split('\r\n');
    expect(lines).to.deep.equal([
      'Surat masuk;2026-12-02;Dinas Pekerjaan Umum dan Penataan Ruang;B/77/DIR/2026;Surat dari luar;7;0;0;0;0',
      'Surat masuk;2026-12-02;Dinas Pekerjaan Umum dan Penataan Ruang;Rahasia;Surat dari luar;0;0;0;0;0',
    ]);
  });
});
