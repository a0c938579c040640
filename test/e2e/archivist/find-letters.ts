import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { archiveDocument } from '../../../server/filing/archive-document.ts';
import { DocumentContent } from '../../../server/filing/document-contract.ts';
import { outside } from '../../support/letters.ts';
import { register } from '../../support/registration.ts';
import { rowsOf, valueOf } from '../../support/rows.ts';
import { signedLetter } from '../../support/signed-letter.ts';
import type { AgencyAtWork } from '../agency-at-work.ts';

const WORD = 'trembesi';
const LETTER = `Pemangkasan pohon ${WORD} di jalur kabel`;
const RECEIVED = `Keberatan warga atas penebangan ${WORD}`;
const SECRET = `Pemeriksaan khusus pengadaan bibit ${WORD}`;
const DOCUMENT = `Peta pohon ${WORD} Kota Pontianak`;

/** What the word is found in, one of it secret. */
async function fillArchive({ deps, agency }: AgencyAtWork): Promise<{ number: string; letterId: string }> {
  const { id } = await signedLetter(deps, agency, { subject: LETTER, to: [outside('PT Kabel Khatulistiwa')] });
  const direct = { to: ['kadis' as const] };
  await register(deps, agency, { content: { subject: RECEIVED, summary: '' }, direct });
  await register(deps, agency, { content: { subject: SECRET, summary: '', securityClass: 'R' }, direct });
  await archiveDocument(deps, await agency.actor('arsiparis'), {
    content: DocumentContent.parse({
      kind: 'other',
      title: DOCUMENT,
      documentDate: '2019-05-02',
      classificationCode: '500.12.6',
      securityClass: 'B',
      media: 'paper',
      copyStatus: 'original',
    }),
  });
  const number = await valueOf<string>(deps.database.adminUrl, 'select number from letter where id = $1', [id]);
  return { number, letterId: id };
}

async function searchFor(page: Page, words: string, count: number): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Kata, nomor, atau pengirim' });
  await box.fill(words);
  await box.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: `Ditemukan ${String(count)}` })
    .waitFor();
}

const hits = (page: Page) => page.getByRole('region', { name: 'Hasil' }).getByRole('heading', { level: 2 });

/** Found by a word, narrowed by facets, by a part of its number; a secret letter is nothing to who may not read it. */
export async function findLetters(office: AgencyAtWork): Promise<void> {
  const { deps } = office;
  const { number, letterId } = await fillArchive(office);
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, '/arsip');
    const box = page.getByRole('combobox', { name: 'Kata, nomor, atau pengirim' });
    await box.fill('keberatan');
    await page.getByRole('listbox', { name: 'Saran' }).getByRole('option', { name: RECEIVED }).waitFor();
    await screen.inspect('Saran pencarian');
    await box.fill('pemeriksaan khusus');
    await page.getByRole('listbox', { name: 'Saran' }).waitFor({ state: 'hidden' });
    await searchFor(page, 'pemeriksaan khusus bibit', 0);

    await searchFor(page, WORD, 3);
    const titles = await hits(page).allInnerTexts();
    expect(titles.join(' ')).to.include(LETTER).and.include(RECEIVED).and.include(DOCUMENT).and.not.include(SECRET);
    const filters = page.getByRole('navigation', { name: 'Saringan' });
    expect(await filters.innerText()).not.to.include('Rahasia');
    await screen.inspect('Hasil pencarian');

    await filters.getByRole('checkbox', { name: /^Surat dinas/iu }).check();
    await page.getByRole('status').filter({ hasText: 'Ditemukan 1' }).waitFor();
    await page.getByRole('button', { name: 'Simpan pencarian ini' }).click();
    await page.getByRole('checkbox', { name: 'Beri tahu saya bila ada yang baru' }).check();
    await screen.inspect('Simpan pencarian');
    await page.getByRole('button', { name: 'Simpan pencarian', exact: true }).click();
    await page.getByRole('group', { name: 'Pencarian tersimpan' }).getByRole('button', { pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Unduh hasil' }).click();
    const arriving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Unduh sebagai CSV' }).click();
    const table = await readFile(await (await arriving).path(), 'utf8');
    expect(table).to.include(LETTER).and.not.include(RECEIVED);

    await office.go(page, '/arsip');
    await searchFor(page, `nomor:${number.slice(5, -3)}`, 1);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: LETTER }).first().click();
    await page.waitForURL(new RegExp(`/surat/${letterId}`, 'u'));
    await page.getByRole('tab', { name: 'Isi surat' }).waitFor();
    await page
      .getByRole('img', { name: /Halaman 1/iu })
      .first()
      .waitFor();
    await screen.inspect('Surat yang ditemukan');
  });
  await office.as('kadis', 'phone', async (page, screen) => {
    await office.go(page, '/arsip');
    await searchFor(page, WORD, 3);
    await page.getByText('Isi surat rahasia tidak ditampilkan. Setiap pembukaan dicatat.').waitFor();
    await screen.inspect('Pencarian di ponsel');
    await page.getByRole('button', { name: /^Saring/u }).click();
    const sheet = page.getByRole('dialog', { name: 'Saring hasil' });
    await sheet.getByRole('checkbox', { name: /Rahasia/u }).check();
    await screen.inspect('Saringan di ponsel');
    await sheet.getByRole('button', { name: 'Lihat 1 hasil' }).click();
    await page.getByRole('link', { name: SECRET }).click();
    // The list names it as well: only the letter itself has tabs.
    await page.getByRole('tab', { name: 'Perjalanan' }).waitFor();
    await page.getByRole('heading', { name: SECRET }).first().waitFor();
  });
  const views = await rowsOf(
    deps.database.adminUrl,
    `select 1 from event where agency_id = $1 and body like '%letter.viewed%' and body like '%' || (select id from incoming_letter where subject = $2) || '%'`,
    [office.agency.agencyId, SECRET],
  );
  expect(views).to.not.deep.equal([]);
}
