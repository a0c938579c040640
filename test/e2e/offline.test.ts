import { expect } from 'chai';
import { register } from '../support/registration.ts';
import { valueOf } from '../support/rows.ts';
import { type AgencyAtWork, openAgencyAtWork } from './agency-at-work.ts';

const OPEN = 'Usulan Jembatan Sementara';
const SECRET = 'Pemeriksaan Khusus Pegawai';

describe('A phone without connection', function () {
  this.timeout(240_000);
  let office: AgencyAtWork;
  before(async () => {
    office = await openAgencyAtWork();
  });
  after(() => office.close());

  it('opens, reads and disposes from what it kept; the disposition goes out later, exactly once', async () => {
    const { deps, agency } = office;
    await register(deps, agency, { content: { subject: OPEN }, direct: { to: ['kadis'] } });
    const secret = { subject: SECRET, securityClass: 'R', summary: '', number: 'R-1/2026' };
    await register(deps, agency, { content: secret, direct: { to: ['kadis'] } });
    const given = () => valueOf(deps.database.adminUrl, 'select count(*)::int from disposition');
    await office.as('kadis', 'phone', async (page) => {
      await office.go(page, '/masuk');
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      // Under the worker from now on: it keeps what the screens ask for, and the letters of the list one by one.
      await office.go(page, '/masuk');
      await page.getByText(OPEN).filter({ visible: true }).first().click();
      await page.getByRole('heading', { name: OPEN }).waitFor();
      await page
        .getByRole('button', { name: /^Ka\. Bidang Aplikasi/u })
        .first()
        .waitFor();
      await page.waitForTimeout(3000);

      await page.context().setOffline(true);
      await office.go(page, '/masuk');
      await page.getByText(OPEN).filter({ visible: true }).first().waitFor();
      const kept = await page.evaluate<string>(
        `new Promise((resolve) => { const out = []; indexedDB.databases().then(async (all) => {
          for (const { name } of all) await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => {
            const stores = [...open.result.objectStoreNames]; if (stores.length === 0) return done();
            const tx = open.result.transaction(stores); let left = stores.length;
            for (const store of stores) { const all = tx.objectStore(store).getAll(); all.onsuccess = () => { out.push(JSON.stringify(all.result)); if (--left === 0) done(); }; } }; });
          resolve(out.join(' ')); }); })`,
      );
      expect(kept).to.include(OPEN);
      expect(kept, 'secret letters are never kept').not.to.include(SECRET);

      await page.getByText(OPEN).filter({ visible: true }).first().click();
      await page
        .getByRole('button', { name: /^Ka\. Bidang Aplikasi/u })
        .first()
        .click();
      await page.getByRole('button', { name: 'Kirim disposisi' }).filter({ visible: true }).click();
      await page
        .getByText(/1 disposisi menunggu sambungan/u)
        .first()
        .waitFor();
      await page.reload();
      await page
        .getByText(/1 disposisi menunggu sambungan/u)
        .first()
        .waitFor();
      expect(await given()).to.equal(0);

      await page.context().setOffline(false);
      await page
        .getByText(/1 disposisi menunggu sambungan/u)
        .first()
        .waitFor({ state: 'hidden' });
      await page.reload();
      await page.getByRole('heading', { name: OPEN }).waitFor();
      await page.waitForTimeout(2000);
      expect(await given()).to.equal(1);
    });
  });
});
