import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openScreen, type Screen } from './screen.ts';
import { startSystem, type RunningSystem } from './system.ts';

describe('A session in the browser', function () {
  this.timeout(120_000);
  let system: RunningSystem;
  let browser: Browser;
  let screen: Screen;
  before(async function () {
    this.timeout(300_000);
    system = await startSystem();
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    screen = await openScreen(browser, system, 'desktop');
    screen.page.setDefaultTimeout(20_000);
  });
  afterEach(() => screen.close());
  after(async () => {
    await browser.close();
    await system.stop();
  });

  const passphrase = () => screen.page.getByLabel('Passphrase', { exact: true });

  /** The subject of the first letter that waits for this signatory, open with the form to sign it. */
  async function openToSign(): Promise<string> {
    const { page } = screen;
    await page.goto(`${system.baseUrl}/ttd`);
    const link = page.locator('main a[href^="/ttd/"]').first();
    await link.click();
    await passphrase().waitFor();
    return (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
  }

  it('forgets the passphrase when the signatory leaves the letter', async () => {
    await screen.logIn('Kepala Dinas');
    await openToSign();
    await passphrase().fill(system.passphrase);
    await screen.page.getByRole('link', { name: 'Beranda' }).first().click();
    await screen.page.waitForURL(`${system.baseUrl}/`);
    await passphrase().waitFor({ state: 'detached' });
    await screen.page.goBack();
    await passphrase().waitFor();
    expect(await passphrase().inputValue()).to.equal('');
  });

  it('asks to log in once it was ended elsewhere, and shows nothing of it to whoever comes next', async () => {
    const { page } = screen;
    await screen.logIn('Kepala Dinas');
    const subject = await openToSign();
    expect(subject).not.to.equal('');
    const left = page.url();
    await endAllSessions();

    await page.getByRole('link', { name: 'Beranda' }).first().click();
    await page.waitForURL(/\/masuk-akun/u);
    expect(await page.content()).not.to.contain(subject);

    await page.getByLabel('NIP').fill(system.account('Penerima surat').nip);
    await page.getByLabel('Kata sandi', { exact: true }).fill(system.password);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/masuk-akun'));
    await page.goto(left);
    await page
      .getByText(/tidak berhak|Tidak ditemukan/u)
      .first()
      .waitFor();
    expect(await page.content()).not.to.contain(subject);
    expect(screen.faults).to.deep.equal([]);
  });

  /** As the same person does on another device. */
  async function endAllSessions(): Promise<void> {
    const other = await openScreen(browser, system, 'phone');
    await other.logIn('Kepala Dinas');
    const status = await other.page.evaluate(
      `fetch('/api/sessions', { method: 'DELETE' }).then((reply) => reply.status)`,
    );
    expect(status).to.be.within(200, 204);
    await other.close();
  }
});
