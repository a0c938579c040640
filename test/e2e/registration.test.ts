import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { BUPATI_SINTANG, linesPdf } from '../reading/sample-letters.ts';
import { launchBrowser } from '../support/browser.ts';
import { openScreen, type Screen, type SizeName } from './screen.ts';
import { startSystem, type RunningSystem } from './system.ts';

const NUMBERS = { desktop: '600.1.10/4471/DPUPR-B/2026', phone: '600.1.10/5582/DPUPR-B/2026' } as const;
/** As it stands on the page, one for each size. */
const SUBJECTS = { desktop: 'Usulan Perbaikan Dermaga', phone: 'Usulan Perbaikan Tanggul' } as const;
const READING_MS = 60_000;

describe('The registration of a letter in the browser', function () {
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
    it(`runs from the file to the book and to the sender (${size})`, async () => {
      const screen = await openScreen(browser, system, size);
      screen.page.setDefaultTimeout(20_000);
      try {
        await screen.logIn('Pencatat surat');
        await upload(screen, system, size);
        const code = await register(screen, size);
        await findInBook(screen, system);
        await track(screen, system, code);
        expect(screen.faults).to.deep.equal([]);
      } finally {
        await screen.close();
      }
    });

  it('keeps sealed letters off the scan', async () => {
    const screen = await openScreen(browser, system, 'desktop');
    const { page } = screen;
    try {
      await screen.logIn('Pencatat surat');
      await page.goto(`${system.baseUrl}/agenda/masuk/baru`);
      await page.getByText('Sangat rahasia', { exact: true }).click();
      await page.getByText('Amplop tetap tertutup.').waitFor();
      expect(await page.getByLabel('Isi ringkas').count()).to.equal(0);
      await page.getByLabel('Asal surat').fill('Inspektur Daerah');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Tulis hal surat, paling sedikit tiga huruf.').waitFor();
      await screen.inspect('Registrasi amplop tertutup');
      await page.getByLabel('Hal').fill('Surat sangat rahasia');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/^Surat tersimpan dengan nomor agenda/u).waitFor();
      expect(await page.getByLabel('Hal').inputValue()).to.equal('');
      expect(screen.faults).to.deep.equal([]);
    } finally {
      await screen.close();
    }
  });
});

async function upload({ page, ...screen }: Screen, system: RunningSystem, size: SizeName): Promise<void> {
  const lines = BUPATI_SINTANG.map((line) => ({
    ...line,
    text: line.text
      .replace('600.1.10/1873/DPUPR-B/2026', NUMBERS[size])
      .replace('Usulan Penanganan Darurat', SUBJECTS[size]),
  }));
  await page.goto(`${system.baseUrl}/agenda/masuk/antrean`);
  await page.getByRole('button', { name: 'Unggah berkas' }).waitFor();
  const name = `surat-${size}.pdf`;
  const buffer = Buffer.from(await linesPdf(lines));
  await page.getByTestId('pindaian').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const item = page.getByRole('link', { name: SUBJECTS[size] }).last();
  await item.waitFor({ timeout: READING_MS });
  await screen.inspect('Antrean pindai');
  await item.click();
}

/** Fields as they were read, a wish kept as a draft, and the number that saving gives; tells the tracking code. */
async function register({ page, ...screen }: Screen, size: SizeName): Promise<string> {
  const number = page.getByLabel('Nomor surat');
  await number.waitFor();
  expect(await number.inputValue()).to.equal(NUMBERS[size]);
  expect(await page.getByLabel('Tanggal surat').inputValue()).to.equal('23 November 2026');
  await screen.inspect('Registrasi');
  await page.locator('[data-field="subject"] textarea').fill(`Usulan Jembatan ${size}`);
  await page.locator('[data-save="unsaved"]').waitFor();
  await page.locator('[data-save="saved"]').waitFor();
  await page.reload();
  expect(await page.locator('[data-field="subject"] textarea').inputValue()).to.equal(`Usulan Jembatan ${size}`);
  if (size === 'phone') await page.getByRole('button', { name: 'Lanjut: arahkan' }).click();
  await page.getByRole('group', { name: 'Arahkan ke' }).getByRole('button').first().click();
  await settleDuplicates(page);
  await screen.inspect('Arahkan');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByRole('heading', { name: `Usulan Jembatan ${size}` }).waitFor();
  await screen.inspect('Surat di buku');
  return page.getByText(/^LTR-/u).innerText();
}

/** The letter of the other size says nearly the same. */
async function settleDuplicates(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Bukan duplikat' });
  await page.waitForTimeout(1500);
  if ((await button.count()) > 0) await button.first().click();
}

async function findInBook({ page, ...screen }: Screen, system: RunningSystem): Promise<void> {
  for (const book of ['masuk', 'keluar']) {
    await page.goto(`${system.baseUrl}/agenda/${book}`);
    await page.locator('[data-agenda-row]:visible').first().waitFor();
    await screen.inspect(`Agenda ${book}`);
  }
}

async function track({ page, ...screen }: Screen, system: RunningSystem, code: string): Promise<void> {
  await page.goto(`${system.baseUrl}/lacak`);
  await page.getByLabel('Kode lacak').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Lacak' }).click();
  await page.getByRole('heading', { name: 'Di meja pejabat' }).waitFor();
  await screen.inspect('Lacak surat');
}
