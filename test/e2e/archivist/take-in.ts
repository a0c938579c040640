import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { drainOutbox } from '../../../workers/drain.ts';
import { makeDueFile } from '../../disposal/archive.ts';
import { makeAgency } from '../../support/agency.ts';
import { problemsOfBag } from '../../support/check-bag.ts';
import { outside } from '../../support/letters.ts';
import { smallPdf } from '../../support/old-letters.ts';
import { rowsOf } from '../../support/rows.ts';
import { unpack } from '../../support/unpack.ts';
import type { AgencyAtWork } from '../agency-at-work.ts';

const TITLE = 'Pembangunan pusat data provinsi';
const UNIT = 'Dinas Komunikasi dan Informatika';

async function downloadOf(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const arriving = page.waitForEvent('download');
  await press();
  return readFile(await (await arriving).path());
}

async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel('Unit penyimpan').selectOption({ label: UNIT });
  await page.getByLabel('Berkas', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Unggah', exact: true }).click();
  await page.getByText('Berkas diterima dan sedang diperiksa.').waitFor();
}

/** A bag made here is refused there until that is meant, and then gives the same letters with the same bytes. */
export async function takePackageAcross(office: AgencyAtWork): Promise<void> {
  const { deps, agency } = office;
  const letters = ['Persetujuan lokasi pusat data', 'Serah terima pusat data'].map((subject) => ({
    subject,
    to: [outside('PT Pusat Data Kapuas')],
  }));
  const { letterIds } = await makeDueFile(deps, agency, { kind: 'handover', title: TITLE, letters });
  let bag: Buffer = Buffer.alloc(0);
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, '/arsip/ekspor');
    await page.getByLabel('Cari berkas').fill('pusat data');
    await page.getByRole('checkbox', { name: new RegExp(TITLE, 'u') }).check();
    await screen.inspect('Ekspor arsip');
    await page.getByRole('button', { name: 'Kemas 1 berkas' }).click();
    await page.getByText('Paket sedang disusun.').waitFor();
    expect(await drainOutbox(deps)).to.deep.equal(['done']);
    await page.getByText('Siap diunduh').waitFor();
    await screen.inspect('Paket siap diunduh');
    bag = await downloadOf(page, () => page.getByRole('link', { name: 'Unduh', exact: true }).click());
  });
  expect(problemsOfBag(await unpack(bag))).to.deep.equal([]);

  const other = await makeAgency(deps, { withAccounts: true, name: 'Pemerintah Kota Sebelah' });
  const there = office.inside(other);
  await there.as('admin', 'desktop', async (page, screen) => {
    await there.go(page, '/arsip/impor');
    const file = { name: 'pusat-data.zip', mimeType: 'application/zip', buffer: bag };
    await send(page, file);
    await drainOutbox(deps);
    await page.getByText(/milik Pemerintah Provinsi Uji, bukan Pemerintah Kota Sebelah/u).waitFor();
    await screen.inspect('Paket instansi lain ditolak');
    await page.getByRole('checkbox', { name: 'Terima dari instansi lain' }).check();
    await send(page, file);
    await drainOutbox(deps);
    await page.getByText('2 dimuat').waitFor();
    await screen.inspect('Paket dimuat');
  });
  await there.as('arsiparis', 'desktop', async (page, screen) => {
    await there.go(page, '/berkas');
    await page.getByRole('searchbox', { name: 'Cari berkas' }).fill('pusat data');
    await page.getByRole('link', { name: new RegExp(TITLE, 'u') }).click();
    for (const { subject } of letters) await page.getByRole('link', { name: subject }).waitFor();
    await screen.inspect('Berkas dari paket');
    await page.getByRole('link', { name: letters[0]?.subject ?? '' }).click();
    await page.getByText('Data dokumen').waitFor();
    await screen.inspect('Dokumen dari paket');
  });
  const hashes = (query: string, values: unknown[]) =>
    rowsOf<{ sha256: string }>(deps.database.adminUrl, query, values);
  const went = await hashes('select signed_sha256 as sha256 from letter where id = any($1::uuid[]) order by 1', [
    letterIds,
  ]);
  const came = await hashes(
    `select f.sha256 from archive_document_file f where f.agency_id = $1 and f.sha256 = any($2::text[]) order by 1`,
    [other.agencyId, went.map(({ sha256 }) => sha256)],
  );
  expect(came).to.deep.equal(went);
}

/** Old letters of a table with their files: one row is refused, and the screen says which and why. */
export async function takeInOldLetters(office: AgencyAtWork): Promise<void> {
  const { deps } = office;
  const zip = new yazl.ZipFile();
  const rows = [
    'Kunci;Nomor;Tanggal;Hal;Asal;Klasifikasi;Berkas',
    'a;1/A/2010;12/03/2010;Laporan jaringan radio desa;Bupati Sambas;500.12.6;satu.pdf',
    'b;2/A/2010;2010-13-40;Undangan musyawarah;Camat Sukadana;500.12.6;',
  ];
  zip.addBuffer(Buffer.from(`${rows.join('\n')}\n`), 'surat.csv');
  zip.addBuffer(smallPdf('Laporan jaringan radio desa'), 'satu.pdf');
  zip.end();
  const bytes = await buffer(zip.outputStream);
  await office.as('admin', 'desktop', async (page, screen) => {
    await office.go(page, '/arsip/impor');
    await page.getByRole('radio', { name: 'Tabel CSV' }).check({ force: true });
    await send(page, { name: 'surat-lama.zip', mimeType: 'application/zip', buffer: bytes });
    await drainOutbox(deps);
    await page.getByText('1 dimuat · 1 ditolak').waitFor();
    await page
      .getByRole('list', { name: 'Baris ditolak surat-lama.zip' })
      .getByText(/2010-13-40/u)
      .waitFor();
    await screen.inspect('Surat lama dimuat');
    const refused = await downloadOf(page, () => page.getByRole('link', { name: 'Baris ditolak' }).click());
    expect(refused.toString()).to.match(/^\uFEFFBaris;Alasan;Kunci;[\s\S]+\r\n3;/u);
  });
  await office.as('arsiparis', 'phone', async (page, screen) => {
    await office.go(page, '/arsip');
    const box = page.getByRole('combobox', { name: 'Kata, nomor, atau pengirim' });
    await box.fill('radio desa');
    await box.press('Enter');
    await page.getByRole('link', { name: /Laporan jaringan radio desa/u }).click();
    await page.getByRole('heading', { name: 'Laporan jaringan radio desa' }).waitFor();
    await page.getByRole('link', { name: /e-Government 2010/u }).waitFor();
    await screen.inspect('Surat lama di ponsel');
  });
}
