import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser, launchPackagedBrowser } from '../support/browser.ts';
import { findJudge, isFullRun, JUDGES } from '../support/judges.ts';

describe('outside judges', () => {
  if (isFullRun())
    it('are all present in a full run', () => {
      expect(JUDGES.filter((name) => findJudge(name) === null)).to.deep.equal([]);
    });

  it('are not found under a name that no program has', () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      expect(findJudge('qpdf')).to.equal(null);
    } finally {
      process.env['PATH'] = path;
    }
  });

  const browsers: [string, () => Promise<Browser>][] = [['the browser of the machine', launchBrowser]];
  if (process.platform === 'linux' && process.arch === 'x64')
    browsers.push(['the browser of the package', launchPackagedBrowser]);
  for (const [name, launch] of browsers)
    it(`include ${name}, which renders a page`, async () => {
      const browser = await launch();
      try {
        const page = await browser.newPage();
        await page.setContent('<h1>Surat Dinas</h1>');
        expect(await page.textContent('h1')).to.equal('Surat Dinas');
      } finally {
        await browser.close();
      }
    });
});
