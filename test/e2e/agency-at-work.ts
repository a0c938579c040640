import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../../server/runtime/project-root.ts';
import { type DeskKey, makeAgency, TEST_PASSWORD, type TestAgency } from '../support/agency.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { openScreen, type Screen, type SizeName } from './screen.ts';

/** A small agency with its web client, whose clock and background work are the test's; every person has a browser. */
export interface AgencyAtWork {
  deps: TestDeps;
  agency: TestAgency;
  app: TestApp;
  /** What went wrong in any browser so far. */
  faults: string[];
  /** Sits down at a browser of their own, does something there, and leaves it. */
  as(desk: DeskKey, size: SizeName, work: (page: Page, screen: Screen) => Promise<void>): Promise<void>;
  go(page: Page, path: string): Promise<unknown>;
  /** The same system as the people of another agency use it. */
  inside(other: TestAgency): AgencyAtWork;
  close(): Promise<void>;
}

export async function openAgencyAtWork(): Promise<AgencyAtWork> {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: projectRoot, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}\n${built.stderr}`);
  const deps = await makeDeps();
  const agency = await makeAgency(deps, { withAccounts: true });
  const app = await startApp(deps, join(projectRoot, 'dist', 'web'));
  const browser: Browser = await launchBrowser();
  const faults: string[] = [];
  const system = {
    baseUrl: app.baseUrl,
    password: TEST_PASSWORD,
    account: () => {
      throw new Error('people here are named by their desk');
    },
  };
  const seenFrom = (own: TestAgency): AgencyAtWork => ({
    deps,
    agency: own,
    app,
    faults,
    inside: seenFrom,
    as: async (desk, size, work) => {
      const screen = await openScreen(browser, system, size);
      screen.page.setDefaultTimeout(30_000);
      try {
        await screen.logInAs({ nip: own.desk(desk).nip, password: TEST_PASSWORD });
        await work(screen.page, screen);
        faults.push(...screen.faults);
      } catch (error) {
        await screen.picture(`gagal ${desk}`);
        throw error;
      } finally {
        await screen.close();
      }
    },
    go: (page, path) => page.goto(`${app.baseUrl}${path}`),
    close: async () => {
      await browser.close();
      await app.close();
      await deps.release();
    },
  });
  return seenFrom(agency);
}
