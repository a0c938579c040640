import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import { exportRecordList } from '../../server/exchange/export-record-list.ts';
import { exportSrikandi } from '../../server/exchange/export-srikandi.ts';
import { listLoads } from '../../server/exchange/list-loads.ts';
import { uploadLoad } from '../../server/exchange/upload-load.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { makeIncoming } from '../support/incoming.ts';
import { giveCertificate } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { bytesOf } from '../support/unpack.ts';

describe('official lists and the tables of SRIKANDI', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    await signedLetter(deps, agency, { subject: 'Rapat koordinasi' });
    await signedLetter(deps, agency, { subject: 'Hal yang tidak boleh bocor', securityClass: 'R' });
    await makeIncoming(deps, agency, { subject: 'Permohonan data; "mendesak"' });
    await makeIncoming(deps, agency, { subject: 'Hal yang tidak boleh bocor', securityClass: 'SR' });
  });
  after(() => deps.release());

  const list = async (name: 'active' | 'inactive' | 'files' | 'items', format: 'pdf' | 'xlsx' | 'csv') =>
    bytesOf(await exportRecordList(deps, await agency.actor('arsiparis'), { list: name, format }));
  const rows = (csv: Buffer) =>
    parse(csv, { bom: true, delimiter: ';', columns: true }) as unknown as Record<string, string>[];

  it('give files and their items with the columns of the rule, a secret one without its subject', async () => {
    expect(rows(await list('files', 'csv'))).to.deep.equal([
      {
        'No. berkas': '001/2026',
        'Kode klasifikasi': '500.12.6',
        'Uraian berkas': 'e-Government 2026',
        'Kurun waktu': '2026',
        'Jumlah (naskah)': '2',
        Keterangan: 'Terbuka',
      },
    ]);
    const items = rows(await list('items', 'csv'));
    expect(items.map((row) => [row['No. item'], row['Uraian item'], row['Keterangan']])).to.deep.equal([
      ['1', 'Rapat koordinasi', 'Biasa, Elektronik'],
      ['2', '(rahasia)', 'Rahasia, Elektronik'],
    ]);
  });

  it('part active from inactive files', async () => {
    expect(rows(await list('active', 'csv'))).to.have.lengthOf(1);
    expect(rows(await list('inactive', 'csv'))).to.have.lengthOf(0);
    const agencyId = agency.agencyId;
    const change = (lifecycle: string) =>
      rowsOf(deps.database.adminUrl, 'update record_file set lifecycle = $1 where agency_id = $2', [
        lifecycle,
        agencyId,
      ]);
    await change('inactive');
    const [row] = rows(await list('inactive', 'csv'));
    expect(row).to.include({ 'Pencipta arsip': 'Dinas Komunikasi dan Informatika', 'Nasib akhir': 'Permanen' });
    await change('active');
  });

  it('print as PDF and open as a workbook', async () => {
    expect((await list('inactive', 'pdf')).subarray(0, 5).toString()).to.equal('%PDF-');
    expect((await list('items', 'pdf')).subarray(0, 5).toString()).to.equal('%PDF-');
    const workbook = new excel.Workbook();
    await workbook.xlsx.load((await list('items', 'xlsx')) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    expect(workbook.worksheets[0]?.rowCount).to.equal(3);
  });

  it('go to SRIKANDI and come back as documents, line for line', async () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const outgoing = await bytesOf(
      await exportSrikandi(deps, await agency.actor('arsiparis'), { book: 'outgoing', ...period }),
    );
    const incoming = await bytesOf(
      await exportSrikandi(deps, await agency.actor('arsiparis'), { book: 'incoming', ...period }),
    );
    expect(
      rows(incoming)
        .map((row) => row['Hal'])
        .sort(),
    ).to.deep.equal(['(rahasia)', 'Permohonan data; "mendesak"']);
    expect(
      rows(outgoing)
        .map((row) => row['Hal'])
        .sort(),
    ).to.deep.equal(['(rahasia)', 'Rapat koordinasi']);
    const other = await makeAgency(deps);
    const actor = await other.actor('admin', { command: randomUUID() });
    const input = {
      kind: 'table',
      unitId: other.unitId('pupr'),
      fileName: 'masuk.csv',
      acceptsForeign: 'false',
    } as const;
    await uploadLoad(deps, actor, { ...input, bytes: incoming });
    await drainOutbox(deps);
    const { loads } = await listLoads(deps, await other.actor('admin'));
    expect(loads[0]).to.include({ status: 'done', totalCount: 2, loadedCount: 2 });
    const came = await rowsOf<{ number: string; date: string; title: string; class: string; sender: string }>(
      deps.database.adminUrl,
      `select number, document_date::text as date, title, security_class as class, sender from archive_document
       where agency_id = $1 order by title`,
      [other.agencyId],
    );
    const same = { number: '088/SKN/XI/2026', date: '2026-11-24', sender: 'Direktur, PT Sinar Kapuas' };
    expect(came).to.deep.equal([
      { ...same, title: '(rahasia)', class: 'SR' },
      { ...same, title: 'Permohonan data; "mendesak"', class: 'B' },
    ]);
  });

  it('are for the archivist of the unit', async () => {
    const asHead = exportRecordList(deps, await agency.actor('kadis'), { list: 'files', format: 'csv' });
    await refusalOf(asHead, 'forbidden');
    const unitId = agency.unitId('pupr');
    const asOther = exportRecordList(deps, await agency.actor('arsiparis'), { list: 'files', format: 'csv', unitId });
    await refusalOf(asOther, 'forbidden');
  });
});
