import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoRole, RunningSystem } from './system.ts';

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type SizeName = keyof typeof SIZES;

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One person's browser at one size; console errors and policy reports of every page are kept. */
export interface Screen {
  page: Page;
  size: SizeName;
  faults: string[];
  logIn(role: DemoRole): Promise<void>;
  logInAs(who: { nip: string; password: string }): Promise<void>;
  /** Axe over the whole page, and nothing wider than the screen. */
  inspect(what: string): Promise<void>;
  /** Screens are to be looked at: `SCREENS_TO` names a folder for their pictures. */
  picture(what: string): Promise<void>;
  close(): Promise<void>;
}

export async function openScreen(
  browser: Browser,
  system: Pick<RunningSystem, 'baseUrl' | 'password' | 'account'>,
  size: SizeName,
): Promise<Screen> {
  const context: BrowserContext = await browser.newContext({
    viewport: SIZES[size],
    locale: 'id-ID',
    timezoneId: 'Asia/Pontianak',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // A refused request is shown to the person; the browser's own note about its status is not a fault of ours.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`);
  });
  const logInAs: Screen['logInAs'] = async ({ nip, password }) => {
    await context.clearCookies();
    await page.goto(`${system.baseUrl}/masuk-akun`);
    await page.getByLabel('NIP').fill(nip);
    await page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/masuk-akun'));
  };
  const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const picture: Screen['picture'] = async (what) => {
    const folder = process.env['SCREENS_TO'];
    if (folder === undefined) return;
    const name = `${what} ${size}`.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  return {
    page,
    size,
    faults,
    picture,
    logIn: (role) => logInAs({ nip: system.account(role).nip, password: system.password }),
    logInAs,
    inspect: async (what) => {
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const width = await page.evaluate('innerWidth');
      expect(width, `${what}: the page is as wide as the screen`).to.equal(SIZES[size].width);
      await picture(what);
      await page.evaluate(axeSource);
      const found = await page.evaluate<AxeResult>(`axe.run(document, { runOnly: ${JSON.stringify(AXE_TAGS)} })`);
      const told = found.violations.map(
        (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      );
      expect(told, `${what} (${size})`).to.deep.equal([]);
    },
    close: () => context.close(),
  };
}

interface AxeResult {
  violations: { id: string; nodes: { target: string[] }[] }[];
}
