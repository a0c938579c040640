import { expect } from 'chai';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import yazl from 'yazl';
import { projectRoot } from '../../server/runtime/project-root.ts';
import type { LoadJob } from '../../server/exchange/contract.ts';
import { getRefusedRows } from '../../server/exchange/get-refused-rows.ts';
import { listLoads } from '../../server/exchange/list-loads.ts';
import { readDocumentTexts } from '../../server/exchange/read-document-texts.ts';
import { uploadLoad } from '../../server/exchange/upload-load.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { smallPdf, writeOldLetters } from '../support/old-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { bytesOf } from '../support/unpack.ts';

describe('the bulk load of old letters', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let folder: string;

  before(async () => {
    deps = await makeDeps();
    folder = mkdtempSync(join(tmpdir(), 'lontar-load-'));
  });
  beforeEach(async () => {
    agency = await makeAgency(deps, { name: `Pemerintah ${randomUUID()}` });
  });
  after(async () => {
    await deps.release();
    rmSync(folder, { recursive: true, force: true });
  });

  async function upload(bytes: Buffer, fileName: string): Promise<LoadJob> {
    const actor = await agency.actor('admin', { command: randomUUID() });
    const input = {
      kind: 'table',
      unitId: agency.unitId('kominfo'),
      fileName,
      bytes,
      acceptsForeign: 'false',
    } as const;
    const { id } = await uploadLoad(deps, actor, input);
    await drainOutbox(deps);
    const { loads } = await listLoads(deps, await agency.actor('admin'));
    return loads.find((one) => one.id === id)!;
  }

  async function zipOf(files: Record<string, Buffer | string>): Promise<Buffer> {
    const zip = new yazl.ZipFile();
    for (const [path, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), path);
    zip.end();
    return buffer(zip.outputStream);
  }

  const table = (...rows: string[]) =>
    ['Kunci;Nomor;Tanggal;Hal;Asal;Klasifikasi;Keamanan;Berkas', ...rows, ''].join('\n');
  const documents = () =>
    rowsOf<{ title: string; date: string; number: string; file: string | null; filing: string; body: string }>(
      deps.database.adminUrl,
      `select d.title, d.document_date::text as date, d.number, f.title as file, r.filing, d.body_text as body
       from archive_document d join record r on r.document_id = d.id left join record_file f on f.id = r.file_id
       where d.agency_id = $1 order by d.title`,
      [agency.agencyId],
    );

  it('makes documents of rows, files them by class and year, and leaves those without class to the archivist', async () => {
    const zip = await zipOf({
      'surat.csv': table(
        'a;1/A/2010;12/03/2010;Laporan tahunan;Bupati Sambas;500.12.6;;satu.pdf',
        'b;2/A/2011;4 Mei 2011;Undangan;Camat;;T;sub/dua.pdf',
      ),
      'satu.pdf': smallPdf('Laporan tahunan bidang aplikasi informatika'),
      'sub/dua.pdf': smallPdf('Undangan rapat'),
    });
    expect(await upload(zip, 'surat.zip')).to.include({
      status: 'done',
      totalCount: 2,
      loadedCount: 2,
      refusedCount: 0,
    });
    const expected = { body: '' };
    expect(await documents()).to.deep.equal([
      {
        ...expected,
        title: 'Laporan tahunan',
        date: '2010-03-12',
        number: '1/A/2010',
        file: 'e-Government 2010',
        filing: 'filed',
      },
      { ...expected, title: 'Undangan', date: '2011-05-04', number: '2/A/2011', file: null, filing: 'proposed' },
    ]);
    await readDocumentTexts(deps);
    expect((await documents())[0]?.body).to.match(/Laporan tahunan bidang aplikasi informatika/u);
  });

  it('says of each refused row why, on its line, and takes it when the table is mended', async () => {
    const rows = table(
      'a;1;2010-03-12;Baik;X;;;',
      'b;2;2010-13-40;Tanggal mustahil;X;;;',
      'c;3;2010-03-12;;X;;;',
      'd;4;2010-03-12;Kode asing;X;999.9;;',
      'e;5;2010-03-12;Kelas asing;X;;Q;',
      'f;6;2010-03-12;Berkas hilang;X;;;tiada.pdf',
      'g;7;2010-03-12;Keluar folder;X;;;../../etc/passwd',
    );
    const done = await upload(await zipOf({ 'surat.csv': rows }), 'surat.zip');
    expect(done).to.include({ status: 'done', totalCount: 7, loadedCount: 1, refusedCount: 6 });
    const report = (
      await bytesOf(await getRefusedRows(deps, await agency.actor('admin'), { loadId: done.id }))
    ).toString();
    const lines = report.split('\r\n').filter((line) => line !== '');
    expect(lines[0]).to.match(/^\uFEFFBaris;Alasan;Kunci;/u);
    expect(lines.slice(1).map((line) => line.split(';')[0])).to.deep.equal(['3', '4', '5', '6', '7', '8']);
    for (const [index, words] of [
      /2010-13-40/u,
      /Hal kosong/u,
      /999[.]9/u,
      /Keamanan ""Q""/u,
      /tiada/u,
      /luar folder/u,
    ].entries())
      expect(lines[index + 1]).to.match(words);
    const mended = await upload(
      Buffer.from(table('a;1;2010-03-12;Baik;X;;;', 'c;3;2010-03-12;Kini berhal;X;;;')),
      'perbaikan.csv',
    );
    expect(mended).to.include({ loadedCount: 1, knownCount: 1 });
  });

  it('reads the columns that SRIKANDI gives, with commas and a byte order mark', async () => {
    const csv =
      '\uFEFF"Nomor Naskah","Tanggal Naskah","Hal","Ringkasan","Asal Naskah","Kode Klasifikasi","Sifat Naskah","Nomor Agenda"\r\n' +
      '"B/1/2020","27-03-2020","Permintaan data, segera","Ringkas","Dinas Kesehatan","500.12 - Kominfo","Segera","12"\r\n';
    expect(await upload(Buffer.from(csv), 'naskah-masuk.csv')).to.include({ status: 'done', loadedCount: 1 });
    const [row] = await rowsOf<{ kind: string; origin: unknown; code: string; title: string }>(
      deps.database.adminUrl,
      'select kind, origin, classification_code as code, title from archive_document where agency_id = $1',
      [agency.agencyId],
    );
    expect(row).to.deep.equal({
      ...{ kind: 'incoming_letter', code: '500.12', title: 'Permintaan data, segera' },
      origin: { grade: 'Segera', agenda: '12' },
    });
  });

  it('refuses a table without headings as a whole, and people who are not administrators', async () => {
    const refused = await upload(Buffer.from('a;b;c\n1;2;3\n'), 'bukan.csv');
    expect(refused.status).to.equal('failed');
    expect(refused.failure).to.match(/Judul kolom/u);
    const input = {
      kind: 'table',
      unitId: agency.unitId('kominfo'),
      fileName: 'x.csv',
      bytes: Buffer.from('x'),
    } as const;
    const asArchivist = uploadLoad(deps, await agency.actor('arsiparis'), { ...input, acceptsForeign: 'false' });
    await refusalOf(asArchivist, 'forbidden');
    await refusalOf(listLoads(deps, await agency.actor('kadis')), 'forbidden');
  });

  const run = (csv: string, files: string): ChildProcess =>
    spawn(
      process.execPath,
      [
        '--import=tsx',
        'server/exchange/load-main.ts',
        '--csv',
        csv,
        '--files',
        files,
        '--agency',
        agency.agencyId,
        '--unit',
        'Diskominfo',
      ],
      {
        cwd: projectRoot,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NODE_ENV: 'development',
          LONTAR_DEMO: '1',
          DATA_DIR: join(folder, 'data'),
          DATABASE_URL: deps.database.databaseUrl,
          MIGRATION_DATABASE_URL: deps.database.migrationDatabaseUrl,
          RELAY_DATABASE_URL: deps.database.relayDatabaseUrl,
          QUEUE_DATABASE_URL: deps.database.queueDatabaseUrl,
          SEAL_KEY: '11'.repeat(32),
        },
      },
    );
  const ended = (child: ChildProcess) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      let output = '';
      child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('close', (code) => resolve({ code, output }));
    });

  it('goes on at the server after kill -9, without doubles, and follows no link out of the folder', async function () {
    this.timeout(180_000);
    const { csv, files } = await writeOldLetters(join(folder, 'lama'), 3000);
    writeFileSync(join(folder, 'rahasia.pdf'), smallPdf('rahasia'));
    symlinkSync(join(folder, 'rahasia.pdf'), join(files, 'tautan.pdf'));
    writeFileSync(csv, 'Z-1;9;2010-01-15;Lewat tautan;X;Y;;masuk;tautan.pdf\n', { flag: 'a' });
    const count = async () =>
      Number(
        await valueOf<string>(deps.database.adminUrl, 'select count(*) from archive_document where agency_id = $1', [
          agency.agencyId,
        ]),
      );
    const first = run(csv, files);
    const firstEnded = ended(first);
    while ((await count()) === 0 && first.exitCode === null) await sleep(50);
    first.kill('SIGKILL');
    await firstEnded;
    const half = await count();
    expect(half).to.be.within(1, 2999);
    const second = await ended(run(csv, files));
    expect(second.output).to.match(/3001 baris; 3000 dimuat, 0 sudah ada, 1 ditolak/u);
    expect(await count()).to.equal(3000);
    const [row] = await rowsOf<{ reason: string }>(
      deps.database.adminUrl,
      `select reason from load_row where agency_id = $1 and status = 'refused'`,
      [agency.agencyId],
    );
    expect(row?.reason).to.match(/di luar folder/u);
  });
});
