import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Deps } from '../../server/deps.ts';
import { sweepDispositions } from '../../server/dispositions/sweep-dispositions.ts';
import { readMailboxAddress } from '../../server/intake/mailbox-address.ts';
import { pollMailboxes } from '../../server/intake/poll-mailboxes.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { compose } from '../mail-intake/compose-mail.ts';
import { BUPATI_SINTANG, linesPdf } from '../reading/sample-letters.ts';
import type { DeskKey } from '../support/agency.ts';
import type { TestDeps } from '../support/deps.ts';
import { type ImapServer, startImapServer } from '../support/imap-server.ts';
import { rowsOf } from '../support/rows.ts';
import { type AgencyAtWork, openAgencyAtWork } from './agency-at-work.ts';

const HOUR_MS = 3_600_000;
const SUBJECT = 'Usulan Penanganan Darurat Jembatan Ketungau II';

/**
 * The whole way of a letter that comes by mail, with every person at a browser of their own. The clock of the server is
 * the test's: what is overdue is so because time has passed, and the workers' jobs and sweeps run when the test says so.
 */
describe('The story of an incoming letter in the browser', function () {
  this.timeout(300_000);
  let office: AgencyAtWork;
  let deps: TestDeps;
  let mail: ImapServer;
  let withMailbox: Deps;

  before(async () => {
    office = await openAgencyAtWork();
    deps = office.deps;
    mail = await startImapServer([]);
    const mailbox = readMailboxAddress(`imap://testuser:testpass@127.0.0.1:${String(mail.port)}/INBOX?unit=UM`);
    if (!mailbox) throw new Error('no mailbox address');
    withMailbox = { ...deps, config: { ...deps.config, intakeMailboxes: [mailbox] } };
  });
  after(async () => {
    await mail.close();
    await office.close();
  });
  const as: AgencyAtWork['as'] = (...what) => office.as(...what);
  const go = (page: Page, path: string) => office.go(page, path);

  /** Ten seconds pass, and the workers bring what was held. */
  const deliver = async () => {
    deps.advance(11_000);
    expect(await drainOutbox(deps)).to.include('done');
  };
  const noticesOf = async (desk: DeskKey) =>
    (
      await rowsOf<{ text: string }>(
        deps.database.adminUrl,
        'select text from notification where position_id = $1 order by created_at',
        [office.agency.desk(desk).positionId],
      )
    ).map(({ text }) => text);

  const dispose = async (page: Page, recipient: RegExp) => {
    await page.getByRole('button', { name: recipient }).filter({ visible: true }).first().click();
    await page.getByRole('button', { name: 'Kirim disposisi' }).filter({ visible: true }).first().click();
    await page
      .getByText(/Terkirim dalam/u)
      .first()
      .waitFor();
  };
  const openItem = async (page: Page) => {
    await go(page, '/disposisi');
    await page
      .getByRole('link', { name: new RegExp(SUBJECT, 'u') })
      .first()
      .click();
    // On the phone what can be done opens from the bar below the tree.
    const actions = page.getByRole('group', { name: 'Tindakan disposisi' });
    const bar = page.getByRole('button', { name: 'Tindak lanjuti', exact: true }).filter({ visible: true });
    await actions.or(bar).first().waitFor();
    if (!(await actions.isVisible())) await bar.click();
    await actions.waitFor();
  };
  const passOn = async (page: Page, recipient: RegExp) => {
    await page.getByRole('button', { name: 'Teruskan', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Teruskan disposisi' });
    await sheet.getByRole('button', { name: recipient }).first().click();
    await sheet.getByRole('button', { name: 'Kirim disposisi' }).click();
    await sheet.waitFor({ state: 'hidden' });
  };
  const report = async (page: Page, text: string) => {
    await page.getByRole('button', { name: 'Lapor', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Lapor tindak lanjut' });
    await sheet.getByLabel('Laporan', { exact: true }).fill(text);
    await sheet.getByLabel(/^Laporan akhir/u).check();
    await sheet.getByRole('button', { name: 'Kirim dan selesaikan' }).click();
    await sheet.waitFor({ state: 'hidden' });
  };

  it('comes by mail, is registered and directed by the split registry', async () => {
    const content = Buffer.from(await linesPdf(BUPATI_SINTANG));
    mail.append(
      await compose({
        messageId: '<jembatan-ketungau@sintang.contoh.go.id>',
        subject: 'Surat Bupati Sintang',
        attachments: [{ filename: 'surat-bupati-sintang.pdf', content }],
      }),
      deps.now(),
    );
    await pollMailboxes(withMailbox);
    await drainOutbox(deps);
    await as('pengendali', 'desktop', async (page, screen) => {
      await go(page, '/agenda/masuk/antrean');
      await page.getByRole('link', { name: SUBJECT }).click();
      const number = page.getByLabel('Nomor surat');
      await number.waitFor();
      expect(await number.inputValue()).to.equal('600.1.10/1873/DPUPR-B/2026');
      await page.getByLabel('Klasifikasi arsip').fill('e-Government');
      await page
        .getByRole('option', { name: /500[.]12[.]6/u })
        .first()
        .click();
      await screen.inspect('Registrasi dari surel');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/tersimpan dengan nomor agenda 1/u).waitFor();
    });
    await as('pengarah', 'desktop', async (page, screen) => {
      await go(page, '/agenda/masuk');
      await page.getByRole('link', { name: /^Nomor 1,/u }).click();
      await page.getByRole('button', { name: 'Arahkan' }).first().click();
      const sheet = page.getByRole('dialog', { name: 'Arahkan surat' });
      await sheet.getByRole('group', { name: 'Arahkan ke' }).getByRole('button', { name: 'Lainnya' }).click();
      await sheet.getByRole('combobox').first().fill('Gubernur');
      await page
        .getByRole('option', { name: /^Gubernur/u })
        .first()
        .click();
      await screen.inspect('Arahkan surat');
      await sheet.getByRole('button', { name: 'Arahkan', exact: true }).click();
      await sheet.waitFor({ state: 'hidden' });
    });
  });

  it('is disposed by the governor on the phone with two taps, and goes two levels down', async () => {
    await as('gubernur', 'phone', async (page, screen) => {
      await go(page, '/masuk');
      await page.getByText(SUBJECT).filter({ visible: true }).first().click();
      await page.getByRole('heading', { name: SUBJECT }).waitFor();
      await page
        .getByRole('img', { name: /Halaman 1/iu })
        .first()
        .waitFor();
      await screen.inspect('Surat di ponsel');
      await dispose(page, /^Sekretaris Daerah/u);
    });
    await deliver();
    await as('sekda', 'desktop', async (page, screen) => {
      await openItem(page);
      await screen.inspect('Pohon disposisi');
      await passOn(page, /^Ka\. Dinas Komunikasi/u);
    });
    await deliver();
    await as('kadis', 'desktop', async (page) => {
      await openItem(page);
      await passOn(page, /^Ka\. Bidang Aplikasi/u);
    });
    await deliver();
  });

  it('becomes overdue, which is told to the recipient, the giver, and the giver’s superior', async () => {
    // Tuesday: due on Friday by the grade of the letter; a week later everyone has been told.
    for (let hour = 0; hour < 9 * 24; hour += 6) {
      deps.advance(6 * HOUR_MS);
      await sweepDispositions(deps);
    }
    expect((await noticesOf('kabid')).filter((text) => /tenggat/iu.test(text))).to.have.length.above(1);
    expect((await noticesOf('kadis')).some((text) => text.includes('Bidang Aplikasi'))).to.equal(true);
    expect((await noticesOf('sekda')).some((text) => text.includes('Bidang Aplikasi'))).to.equal(true);
    await as('gubernur', 'desktop', async (page, screen) => {
      await go(page, '/disposisi/dipantau');
      await page
        .getByText(/^Terlambat/u)
        .first()
        .waitFor();
      await screen.inspect('Dipantau, terlambat');
    });
  });

  it('is reported on from below, closed at every level, finished and filed', async () => {
    for (const desk of ['kabid', 'kadis', 'sekda'] as const)
      await as(desk, desk === 'kabid' ? 'phone' : 'desktop', async (page) => {
        await openItem(page);
        await report(page, `Laporan ${desk}: jembatan sementara terpasang.`);
        await page.getByText('Laporan akhir terkirim, disposisi selesai').waitFor();
      });
    await as('gubernur', 'desktop', async (page, screen) => {
      await go(page, '/masuk');
      await page.getByText(SUBJECT).filter({ visible: true }).first().click();
      await page.getByRole('tab', { name: 'Perjalanan' }).click();
      await page
        .getByText(/Kepala Bidang Aplikasi/u)
        .first()
        .waitFor();
      await screen.inspect('Perjalanan surat masuk');
      await page.getByRole('button', { name: 'Tindakan lain' }).filter({ visible: true }).first().click();
      await page.getByRole('menuitem', { name: 'Selesaikan surat' }).click();
      const sheet = page.getByRole('dialog', { name: 'Selesaikan surat' });
      await sheet.getByRole('button', { name: 'Selesaikan surat' }).click();
      await sheet.waitFor({ state: 'hidden' });
    });
    await drainOutbox(deps);
    const [letter] = await rowsOf<{ status: string; filed: number }>(
      deps.database.adminUrl,
      `select i.status, (select count(*)::int from record r where r.incoming_id = i.id) as filed from incoming_letter i
       where i.subject = $1`,
      [SUBJECT],
    );
    expect(letter).to.deep.equal({ status: 'filed', filed: 1 });
    expect(office.faults).to.deep.equal([]);
  });
});
