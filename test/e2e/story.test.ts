import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Locator } from 'playwright-core';
import { judgePdf } from './judge-pdf.ts';
import { launchBrowser } from '../support/browser.ts';
import { openScreen, type Screen, type SizeName } from './screen.ts';
import { startSystem, type RunningSystem } from './system.ts';

/** A word that no demonstration letter has, one for each size. */
const RARE_WORD = { desktop: 'kantabilita', phone: 'seludang' } as const;
const OUTSIDE = { name: 'Bupati Kapuas Hulu', place: 'Putussibau', email: 'setda.uji@contoh.go.id' };

describe('The story of a letter in the browser', function () {
  this.timeout(300_000);
  let system: RunningSystem;
  let browser: Browser;
  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await system.stop();
  });

  for (const size of ['desktop', 'phone'] as const)
    it(`runs from draft to verified and found (${size})`, async () => {
      const screen = await openScreen(browser, system, size);
      screen.page.setDefaultTimeout(20_000);
      try {
        await tell(screen, system, size);
        expect(screen.faults).to.deep.equal([]);
      } finally {
        await screen.close();
      }
    });
});

async function tell(screen: Screen, system: RunningSystem, size: SizeName): Promise<void> {
  const subject = `Uji Cerita ${size === 'desktop' ? 'Meja' : 'Ponsel'} ${RARE_WORD[size]}`;
  const { page } = screen;
  await screen.logIn('Konseptor');
  await screen.inspect('Beranda');
  const path = await writeDraft(screen, system, subject);
  const letterId = path.split('/').at(-1) ?? '';

  await screen.logIn('Kepala Bidang');
  await page.goto(`${system.baseUrl}/paraf/${letterId}`);
  await page.getByRole('heading', { name: subject }).waitFor();
  await screen.inspect('Perlu Paraf');
  await returnWithReason(screen, 'Sebutkan batas waktu penyampaian.');

  await screen.logIn('Konseptor');
  await page.goto(`${system.baseUrl}${path}`);
  await page.getByText('Sebutkan batas waktu penyampaian.').first().waitFor();
  await screen.inspect('Konsep dikembalikan');
  await mendAndResubmit(screen);

  for (const role of ['Kepala Bidang', 'Sekretaris Dinas'] as const) {
    await screen.logIn(role);
    await page.goto(`${system.baseUrl}/paraf/${letterId}`);
    await page.getByRole('heading', { name: subject }).waitFor();
    await page.getByRole('button', { name: /^Paraf/u }).click();
    await page
      .getByText(/diparaf|Paraf diberikan|sudah Anda paraf/iu)
      .first()
      .waitFor();
  }

  await screen.logIn('Kepala Dinas');
  await page.goto(`${system.baseUrl}/ttd`);
  await page.getByText(subject).first().waitFor();
  await screen.inspect('Daftar Perlu Tanda Tangan');
  await page.goto(`${system.baseUrl}/ttd/${letterId}`);
  await page.getByLabel('Passphrase', { exact: true }).fill('bukan passphrase');
  await screen.inspect('Tanda tangan');
  await page.getByRole('button', { name: /^Tanda tangani/u }).click();
  await page
    .getByText(/Passphrase salah/u)
    .first()
    .waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(system.passphrase);
  await page.getByRole('button', { name: /^Tanda tangani/u }).click();
  await page
    .getByText(/Terkirim kepada/u)
    .first()
    .waitFor({ timeout: 30_000 });
  await screen.inspect('Proses tanda tangan');

  await screen.logIn('Penerima surat');
  await page.goto(`${system.baseUrl}/masuk`);
  await page.getByText(subject).first().click();
  if (size === 'phone') await page.getByRole('tab', { name: 'Data' }).click();
  await page
    .getByText(/agenda/iu)
    .filter({ visible: true })
    .first()
    .waitFor();
  await screen.inspect('Kotak Masuk');

  await screen.logIn('Konseptor');
  await page.goto(`${system.baseUrl}/kotak-surel`);
  await page.getByText(OUTSIDE.email).first().waitFor();
  await screen.inspect('Kotak surel');
  await page.goto(`${system.baseUrl}/arsip?q=${RARE_WORD[size]}`);
  await page.getByText(subject).first().waitFor();
  await screen.inspect('Pencarian Arsip');
  await page.goto(`${system.baseUrl}/surat/${letterId}`);
  const download = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /Unduh/u })
    .or(page.getByRole('button', { name: /Unduh/u }))
    .first()
    .click();
  const pdf = readFileSync(await (await download).path());
  judgePdf(pdf, system);
  await screen.inspect('Surat');
  await page.getByRole('tab', { name: 'Perjalanan' }).click();
  for (const step of ['Konsep diajukan', 'Dikembalikan', 'Paraf', 'Ditandatangani', 'Terkirim'])
    await page.getByText(new RegExp(step, 'u')).first().waitFor();
  await screen.inspect('Perjalanan');
  await page.goto(`${system.baseUrl}/laporan`);
  await page.getByRole('heading', { name: 'Laporan' }).first().waitFor();
  await screen.inspect('Laporan Penghematan');

  await checkPublicly(screen, system, subject, letterId);
}

async function writeDraft(screen: Screen, system: RunningSystem, subject: string): Promise<string> {
  const { page, size } = screen;
  await page.goto(`${system.baseUrl}/konsep/baru`);
  await screen.inspect('Buat konsep');
  await page.getByRole('button', { name: /^Surat dinas/u }).click();
  await page.waitForURL(/\/konsep\/[0-9a-f-]{36}$/u);
  const path = new URL(page.url()).pathname;
  await withField(screen, 'Hal', async (area) => {
    await area.getByLabel('Hal', { exact: true }).fill(subject);
  });
  await withField(screen, 'Klasifikasi', async (area) => {
    await area.getByLabel('Klasifikasi', { exact: true }).fill('interoperabilitas');
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /Interoperabilitas/u })
      .filter({ visible: true })
      .first()
      .click();
  });
  await withField(screen, 'Tujuan', async (area) => {
    await addRecipient(screen, area, 'tujuan', 'Kepala Dinas Pekerjaan Umum');
    await addOutside(screen, area);
  });
  await withField(screen, 'Tembusan', (area) => addRecipient(screen, area, 'tembusan', 'Sekretaris Daerah'));
  if (size === 'phone') await page.getByRole('tab', { name: 'Isi' }).click();
  await writeBody(screen);
  await page
    .getByText(/Tersimpan \d\d\.\d\d/u)
    .first()
    .waitFor();
  await seePreview(screen);
  await screen.inspect('Konsep');
  await page.getByRole('button', { name: 'Ajukan paraf' }).click();
  await page
    .getByText(/diajukan|menunggu paraf|Dalam paraf/iu)
    .first()
    .waitFor();
  return path;
}

/** On the phone each field opens in a sheet. */
async function withField(screen: Screen, name: string, work: (area: Locator) => Promise<void>): Promise<void> {
  const { page, size } = screen;
  if (size === 'desktop') return work(page.locator('main'));
  await page.getByRole('tab', { name: 'Isi' }).click();
  await page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await work(sheet.first());
  await sheet.getByRole('button', { name: 'Selesai' }).click();
}

async function addRecipient(screen: Screen, area: Locator, list: string, words: string): Promise<void> {
  const search = area.getByLabel('Cari jabatan atau tulis nama di luar');
  if (!(await search.first().isVisible()))
    await area.getByRole('button', { name: new RegExp(`Tambah ${list}`, 'u') }).click();
  await search.first().fill(words);
  await screen.page
    .getByRole('option', { name: new RegExp(`^${words}`, 'u') })
    .first()
    .click();
  await area
    .getByRole('button', { name: /^Hapus/u })
    .first()
    .waitFor();
}

async function addOutside(screen: Screen, area: Locator): Promise<void> {
  const { page } = screen;
  await area.getByLabel('Cari jabatan atau tulis nama di luar').first().fill(OUTSIDE.name);
  await page
    .getByRole('option', { name: /^Di luar/u })
    .filter({ visible: true })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: 'Penerima di luar pemerintah daerah' });
  await form.getByLabel('Tempat (di –)').fill(OUTSIDE.place);
  await form.getByLabel('Surel').fill(OUTSIDE.email);
  await form.getByRole('button', { name: 'Simpan penerima' }).click();
}

async function writeBody(screen: Screen): Promise<void> {
  const { page, size } = screen;
  const editor = page.locator('.ProseMirror');
  await editor.click();
  await page.keyboard.type(`Bersama ini kami sampaikan rencana ${RARE_WORD[size]} dengan rincian:`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Daftar bernomor' }).click();
  await page.keyboard.type('ruang lingkup:');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('aplikasi; dan');
  await page.keyboard.press('Enter');
  await page.keyboard.type('jaringan.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sisipkan tabel' }).click();
  for (const word of ['No.', 'Uraian', 'Jumlah', '1', 'Server', '2 unit']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
}

/** The picture of the page changes when the words do. */
async function seePreview(screen: Screen): Promise<void> {
  const { page, size } = screen;
  const picture = async () => {
    if (size === 'phone') await page.getByRole('tab', { name: /^Pratinjau/u }).click();
    const image = page.getByRole('img', { name: /Halaman 1/iu }).first();
    await image.waitFor();
    return image;
  };
  const before = await (await picture()).getAttribute('src');
  if (size === 'phone') await page.getByRole('tab', { name: 'Isi' }).click();
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Terima kasih.');
  const image = await picture();
  const deadline = Date.now() + 15_000;
  while ((await image.getAttribute('src')) === before && Date.now() < deadline) await page.waitForTimeout(100);
  expect(await image.getAttribute('src'), 'the preview follows the words').to.not.equal(before);
}

async function returnWithReason(screen: Screen, reason: string): Promise<void> {
  const { page } = screen;
  await page.getByRole('button', { name: /^Kembalikan/u }).click();
  const sheet = page.getByRole('dialog', { name: 'Kembalikan kepada konseptor' });
  await sheet.getByRole('textbox').fill(reason);
  await sheet.getByRole('button', { name: 'Kembalikan surat' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

async function mendAndResubmit(screen: Screen): Promise<void> {
  const { page, size } = screen;
  if (size === 'phone') await page.getByRole('tab', { name: 'Isi' }).click();
  const first = page.locator('.ProseMirror p').first();
  await first.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Batas waktu penyampaian adalah Jumat.');
  await page
    .getByText(/Tersimpan \d\d\.\d\d/u)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Ajukan lagi' }).click();
  const sheet = page.getByRole('dialog', { name: 'Ajukan lagi' });
  await sheet.getByRole('button', { name: 'Ajukan lagi' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

async function checkPublicly(screen: Screen, system: RunningSystem, subject: string, letterId: string): Promise<void> {
  const { page } = screen;
  const reply = await page.evaluate(
    `fetch('/api/letters/${letterId}', { headers: { 'lontar-appointment': sessionStorage.getItem('lontar.desk') ?? '' } }).then((r) => r.json())`,
  );
  const path = (reply as { verificationPath: string | null }).verificationPath;
  expect(path).to.match(/^\/v\/[\w-]{22}$/u);
  await page.context().clearCookies();
  await page.goto(`${system.baseUrl}${path ?? ''}`);
  await page.getByText(subject).first().waitFor();
  await page.getByText(system.account('Kepala Dinas').name).first().waitFor();
  await page.getByText(/asli/iu).first().waitFor();
  await screen.inspect('Periksa keaslian');
}
