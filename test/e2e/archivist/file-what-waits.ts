import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { archiveDocument } from '../../../server/filing/archive-document.ts';
import { createRecordFile } from '../../../server/filing/create-record-file.ts';
import { DocumentContent } from '../../../server/filing/document-contract.ts';
import { sweepLoans } from '../../../server/filing/sweep-loans.ts';
import { drainOutbox } from '../../../workers/drain.ts';
import { BUPATI_SINTANG, linesPdf } from '../../reading/sample-letters.ts';
import { outside } from '../../support/letters.ts';
import { rowsOf } from '../../support/rows.ts';
import { signedLetter } from '../../support/signed-letter.ts';
import type { AgencyAtWork } from '../agency-at-work.ts';

const DAY_MS = 24 * 3_600_000;
const LETTER = 'Undangan rapat integrasi aplikasi perizinan';
const REPORT = 'Laporan kunjungan ke Kapuas Hulu';
const FLOOD = 'Pergeseran belanja penanganan banjir';
const PAPER = 'Perjanjian sewa menara telekomunikasi';
const OPEN_FILE = 'Kunjungan kerja Kapuas Hulu';

/** One proposal is right, one belongs elsewhere, one has no file yet. */
async function fillQueue({ deps, agency }: AgencyAtWork): Promise<void> {
  await signedLetter(deps, agency, { subject: LETTER, to: [outside('PT Kapuas Data')] });
  const archivist = await agency.actor('arsiparis');
  await createRecordFile(deps, archivist, { title: OPEN_FILE, classificationCode: '500.12.6', description: '' });
  const add = (title: string, classificationCode: string | null) =>
    archiveDocument(deps, archivist, {
      content: DocumentContent.parse({
        kind: 'other',
        title,
        documentDate: '2026-11-20',
        classificationCode,
        securityClass: 'B',
        media: 'electronic',
        copyStatus: 'original',
        pageCount: 4,
      }),
    });
  await add(REPORT, '500.12.6');
  await add(FLOOD, null);
}

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Tindakan lain' }).filter({ visible: true }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The queue is worked empty, paper is put into its box, the file is lent, taken back late, and closed. */
export async function fileWhatWaits(office: AgencyAtWork): Promise<void> {
  const { deps, agency } = office;
  await fillQueue(office);
  let fileAddress = '';
  let boxAddress = '';
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, '/berkas/antrean');
    const waiting = page.getByRole('list', { name: 'Item belum diberkaskan' }).getByRole('listitem');
    await page.getByRole('link', { name: LETTER }).waitFor();
    await screen.inspect('Belum diberkaskan');
    expect(await waiting.count()).to.equal(3);

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('y');
    await page.getByText(/^Diberkaskan di 001\/2026 e-Government/u).waitFor();

    await page.getByRole('button', { name: `Pilih lain untuk ${REPORT}` }).click();
    const choice = page.getByRole('dialog', { name: 'Pilih berkas' });
    await choice.getByLabel('Berkas tujuan').fill('kunjungan');
    await choice.getByRole('option', { name: new RegExp(OPEN_FILE, 'u') }).click();
    await screen.inspect('Pilih berkas');
    await choice.getByRole('button', { name: 'Berkaskan' }).click();
    await choice.waitFor({ state: 'hidden' });

    await waiting
      .filter({ hasText: FLOOD })
      .getByRole('button', { name: /^Buat berkas/u })
      .click();
    const fresh = page.getByRole('dialog', { name: 'Berkas baru' });
    await fresh.getByLabel('Klasifikasi arsip').fill('000.1');
    await fresh.getByRole('option', { name: /000[.]1/u }).click();
    await screen.inspect('Berkas baru dari antrean');
    await fresh.getByRole('button', { name: 'Buat dan berkaskan' }).click();
    await page.waitForURL(/\/berkas\/[0-9a-f-]{36}$/u);
    await office.go(page, '/berkas/antrean');
    await page.getByText('Semua sudah diberkaskan').waitFor();
    await screen.inspect('Antrean kosong');
  });

  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, '/berkas/kotak');
    await page.getByRole('button', { name: 'Boks baru' }).click();
    const box = page.getByRole('dialog', { name: 'Boks baru' });
    await box.getByLabel('Kode boks').fill('B-012');
    await box.getByLabel('Ruang').fill('Depo Arsip Lantai 1');
    await box.getByLabel('Rak').fill('B-04');
    await box.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('link', { name: 'B-012' }).waitFor();
    boxAddress = (await page.getByRole('link', { name: 'B-012' }).getAttribute('href')) ?? '';

    await office.go(page, '/berkas/dokumen/baru');
    await page.getByLabel('Judul atau hal').fill(PAPER);
    await page.getByLabel('Nomor', { exact: true }).fill('12/SPK/2019');
    await page.getByLabel('Tanggal dokumen').fill('11/3/2019');
    await page.getByLabel('Klasifikasi arsip').fill('e-Government');
    await page
      .getByRole('option', { name: /500[.]12[.]6/u })
      .first()
      .click();
    await page.getByLabel('Pengirim atau pencipta').fill('PT Menara Khatulistiwa');
    await page.getByLabel('Media', { exact: true }).selectOption({ label: 'Kertas' });
    await page.getByLabel('Jumlah halaman').fill('41');
    await page.getByLabel('Berkas pindaian').setInputFiles({
      name: 'perjanjian.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await linesPdf(BUPATI_SINTANG)),
    });
    await screen.inspect('Arsipkan dokumen');
    await page.getByRole('button', { name: 'Arsipkan', exact: true }).click();
    await page.getByText('Dokumen diarsipkan').waitFor();
    await page.getByRole('link', { name: 'Buka perjanjian.pdf' }).waitFor();
    await screen.inspect('Dokumen arsip');
    await page.getByRole('button', { name: 'Terima usulan' }).click();
    await page.getByText('Diberkaskan di 001/2019 e-Government 2019').waitFor();

    await office.go(page, '/berkas');
    await page.getByRole('searchbox', { name: /Cari berkas/u }).fill('e-Government');
    await page.getByRole('link', { name: /e-Government 2019/u }).click();
    await page.getByRole('heading', { name: /e-Government 2019/u }).waitFor();
    fileAddress = new URL(page.url()).pathname;
    await openMenu(page, 'Ubah data dan lokasi');
    const edit = page.getByRole('dialog', { name: 'Ubah data dan lokasi' });
    await edit.getByLabel('Boks').selectOption({ label: 'Boks B-012, Depo Arsip Lantai 1, rak B-04' });
    await edit.getByLabel('Map').fill('3');
    await screen.inspect('Ubah data dan lokasi');
    await edit.getByRole('button', { name: 'Simpan' }).click();
    await edit.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /B-012/u }).waitFor();
    await screen.inspect('Berkas terbuka');
  });

  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, fileAddress);
    await openMenu(page, 'Pinjamkan');
    const lend = page.getByRole('dialog', { name: 'Pinjamkan berkas' });
    await lend.getByRole('combobox', { name: 'Peminjam' }).fill('Kabid');
    await lend.getByRole('option', { name: /Pejabat Kabid/u }).click();
    await lend.getByLabel('Keperluan').fill('Perpanjangan sewa menara');
    await screen.inspect('Pinjamkan berkas');
    await lend.getByRole('button', { name: 'Pinjamkan', exact: true }).click();
    await lend.waitFor({ state: 'hidden' });
    await page.getByText(/^Dipinjam .+Perpanjangan sewa menara/u).waitFor();
  });
  // Five working days and more go by: the borrower is reminded.
  deps.advance(12 * DAY_MS);
  await sweepLoans(deps);
  await drainOutbox(deps);
  const reminders = await rowsOf<{ text: string }>(
    deps.database.adminUrl,
    'select text from notification where position_id = $1 order by created_at',
    [agency.desk('kabid').positionId],
  );
  expect(
    reminders.map(({ text }) => text).some((text) => /Berkas 001\/2019 belum Anda kembalikan/u.test(text)),
  ).to.equal(true);

  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, '/berkas/peminjaman');
    await page.getByText('Terlambat', { exact: true }).first().waitFor();
    await screen.inspect('Peminjaman terlambat');
    await page.getByRole('button', { name: /^Catat kembali/u }).click();
    const back = page.getByRole('dialog', { name: 'Catat pengembalian' });
    await back.getByText(/Kembalikan ke Boks B-012, map 3/u).waitFor();
    await back.getByLabel('Catatan keadaan').fill('Lengkap, 41 halaman');
    await back.getByRole('button', { name: 'Sudah kembali' }).click();
    await page.getByText('Tidak ada berkas yang sedang dipinjam').waitFor();

    await office.go(page, fileAddress);
    await page.getByRole('button', { name: 'Tutup berkas' }).click();
    const closing = page.getByRole('dialog', { name: 'Tutup berkas' });
    await screen.inspect('Tutup berkas');
    await closing.getByRole('button', { name: 'Tutup berkas' }).click();
    await page.getByText(/^Berkas ditutup, aktif sampai \d+ \S+ 2028/u).waitFor();
    const retention = page.getByRole('region', { name: 'Retensi' });
    await retention.getByText('Aktif 2 tahun').waitFor();
    await retention.getByText('Inaktif 3 tahun').waitFor();
    await screen.inspect('Berkas ditutup');
  });
  await office.as('arsiparis', 'phone', async (page, screen) => {
    await office.go(page, boxAddress);
    await page.getByRole('link', { name: /e-Government 2019/u }).waitFor();
    await screen.inspect('Isi boks');
    await office.go(page, fileAddress);
    await page.getByRole('link', { name: PAPER }).waitFor();
    await screen.inspect('Berkas di ponsel');
  });
}
