import type { Page } from 'playwright-core';
import type { PartyRole } from '../../../server/disposal/states.ts';
import { type DeskKey, TEST_PASSPHRASE } from '../../support/agency.ts';
import type { AgencyAtWork } from '../agency-at-work.ts';

/** How the screen names a part in a procedure. */
const ROLE_LABELS: Record<PartyRole, string> = {
  panel_chair: 'Ketua panitia',
  panel_creator: 'Anggota, pencipta arsip',
  panel_archivist: 'Anggota, arsiparis',
  panel_member: 'Anggota',
  processing_head: 'Pimpinan unit pengolah',
  records_head: 'Pimpinan unit kearsipan',
  creator_head: 'Pimpinan pencipta arsip',
  executor: 'Pelaksana pemusnahan',
  witness_legal: 'Saksi unsur hukum',
  witness_inspectorate: 'Saksi unsur pengawasan',
  receiver: 'Pimpinan lembaga kearsipan',
};

/** From the list of due files to a draft: the tab, what the rule asks for, the files, the button. */
export async function proposeDueFiles(
  page: Page,
  office: AgencyAtWork,
  { due, titles, button }: { due: RegExp; titles: readonly string[]; button: RegExp },
): Promise<string> {
  await office.go(page, '/penyusutan');
  await page.getByRole('tab', { name: 'Jatuh retensi' }).click();
  await page.getByRole('button', { name: due }).first().click();
  for (const title of titles)
    await page
      .getByRole('checkbox', { name: `Pilih ${title}` })
      .filter({ visible: true })
      .check();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/penyusutan\/[0-9a-f-]{36}$/u);
  return page.url().split('/').at(-1) ?? '';
}

/** Every part of the procedure is given to a desk that is found by its holder's name. */
export async function nameParties(
  page: Page,
  office: AgencyAtWork,
  parties: readonly (readonly [PartyRole, DeskKey])[],
): Promise<void> {
  await page.getByRole('button', { name: /^Pilih (?:panitia|pejabat)/u }).click();
  const sheet = page.getByRole('dialog');
  for (const [role, key] of parties) {
    const { name } = office.agency.desk(key);
    await sheet.getByRole('button', { name: `Pilih jabatan: ${ROLE_LABELS[role]}`, exact: true }).click();
    const search = sheet.getByRole('combobox', { name: ROLE_LABELS[role], exact: true });
    await search.fill(name);
    await sheet.getByRole('option', { name }).first().click();
    await search.waitFor({ state: 'hidden' });
  }
  await sheet.getByRole('button', { name: 'Simpan susunan' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

/** The proposal as a desk finds it: among those that wait for it. */
export async function openProposal(page: Page, office: AgencyAtWork, kind: RegExp): Promise<void> {
  await office.go(page, '/penyusutan');
  await page.getByRole('link', { name: kind }).filter({ hasText: 'Giliran Anda' }).first().click();
  await page.getByRole('list', { name: 'Tahap' }).waitFor();
}

interface Counted {
  button: string;
  count: string;
  consideration?: string;
  passphrase?: string;
}

/** Types how many files it is about, ticks and presses; the button stays shut until all of it is there. */
export async function pressCounted(
  page: Page,
  { button, count, consideration, passphrase }: Counted,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  if (consideration !== undefined) await page.getByLabel('Pertimbangan Anda').fill(consideration);
  await page.getByLabel('Ketik jumlah berkas').fill(count);
  await page.getByText('Cocok', { exact: true }).waitFor();
  if (passphrase !== undefined) await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('checkbox', { name: /^Saya sudah membaca daftar/u }).check();
  await before();
  await page.getByRole('button', { name: button, exact: true }).click();
}

export async function signPaperAs(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { name: `Tanda tangani ${title}` }).waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill(TEST_PASSPHRASE);
  await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
  await page.getByText('Tanda tangan diterima, sedang diberi cap waktu').waitFor();
}
