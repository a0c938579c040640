import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeDueFile, Office, PARTIES, placeHold } from '../../disposal/archive.ts';
import { TEST_PASSPHRASE } from '../../support/agency.ts';
import { outside } from '../../support/letters.ts';
import { rowsOf } from '../../support/rows.ts';
import type { AgencyAtWork } from '../agency-at-work.ts';
import { nameParties, openProposal, pressCounted, proposeDueFiles, signPaperAs } from './disposal-desk.ts';

/** Two files go by the whole procedure while a third is held on the way; what is left is minutes, hashes and a stub. */
export async function destroyDueFiles(office: AgencyAtWork): Promise<void> {
  const { deps, agency } = office;
  const subject = 'Peminjaman ruang rapat Sintang';
  const toOutside = { to: [outside('PT Uji')] };
  const titles = ['Peminjaman ruang rapat dan aula', 'Penyediaan konsumsi rapat', 'Tindak lanjut LHP kendaraan'];
  const due: { fileId: string; letterIds: string[] }[] = [];
  for (const title of titles)
    due.push(await makeDueFile(deps, agency, { title, letters: [{ ...toOutside, subject, text: 'Isi dapur.' }] }));
  const [letterId = ''] = due[0]?.letterIds ?? [];
  const blobs = await rowsOf<{ path: string }>(
    deps.database.adminUrl,
    'select signed_sha256 as path from letter where id = $1 union select sealed_sha256 from signing_attempt where letter_id = $1',
    [letterId],
  );
  const paths = blobs.map(({ path }) => join(deps.config.dataDir, 'blobs', agency.agencyId, path.slice(0, 2), path));
  expect(paths.map((path) => existsSync(path)))
    .to.include(true)
    .and.not.include(false);

  const procedure = new Office(deps, agency);
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, '/penyusutan');
    await page.getByRole('tab', { name: 'Jatuh retensi' }).click();
    await page
      .getByText(titles[0] ?? '')
      .filter({ visible: true })
      .waitFor();
    await screen.inspect('Jatuh retensi');
    procedure.id = await proposeDueFiles(page, office, {
      due: /^Dimusnahkan/u,
      titles,
      button: /^Buat usul musnah/u,
    });
    await nameParties(page, office, PARTIES.destruction);
    await page.getByLabel('Lokasi arsip').fill('Depo Arsip Lantai 1, Rak B-04');
    await page.getByLabel('Cara pemusnahan').selectOption({ label: 'Dicacah' });
    await page.getByRole('button', { name: 'Simpan keterangan' }).click();
    await page.getByText('Usulan disimpan').waitFor();
    await screen.inspect('Usul musnah, seleksi');
    await page.getByRole('button', { name: 'Ajukan 3 berkas' }).click();
    await page.getByText('Usulan diajukan; daftarnya disiapkan untuk ditandatangani').waitFor();
  });
  // The inspectorate needs one of the files after all: it stays in the list, and leaves the count.
  await placeHold(deps, agency, due[2]?.fileId ?? '');
  await procedure.work();
  await office.as('kabid', 'desktop', async (page, screen) => {
    await openProposal(page, office, /^Usul musnah/u);
    await screen.inspect('Usul musnah, tanda tangan daftar');
    await signPaperAs(page, 'Daftar Arsip Usul Musnah');
  });
  await procedure.signAll('destruction_list', ['sekdis']);
  await procedure.assess('kadis');
  await procedure.assess('sekdis');
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await openProposal(page, office, /^Usul musnah/u);
    const given = { button: 'Setujui pemusnahan', count: '2' };
    await pressCounted(page, { ...given, consideration: 'Retensi habis, tidak ada perkara berjalan.' }, () =>
      screen.inspect('Usul musnah, penilaian panitia'),
    );
    await page.getByText('Pertimbangan Anda tercatat').waitFor();
  });
  await procedure.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
  await office.as('gubernur', 'phone', async (page, screen) => {
    await openProposal(page, office, /^Usul musnah/u);
    const given = { button: 'Setujui pemusnahan', count: '2' };
    await pressCounted(page, { ...given, passphrase: 'keliru ketik' }, () => screen.inspect('Persetujuan gubernur'));
    await page.getByText(/Passphrase salah/u).waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(TEST_PASSPHRASE);
    await page.getByRole('button', { name: 'Setujui pemusnahan', exact: true }).click();
    await page.getByText('Persetujuan ditandatangani, sedang diberi cap waktu').waitFor();
  });
  await procedure.work();
  await procedure.signAll('decree', ['kadis']);
  await procedure.attend('pengarah');
  await office.as('auditor', 'phone', async (page, screen) => {
    await openProposal(page, office, /^Usul musnah/u);
    await pressCounted(page, { button: 'Saya hadir menyaksikan', count: '2' }, () => screen.inspect('Saksi hadir'));
    await page.getByText('Kehadiran Anda tercatat').waitFor();
  });
  await office.as('sekdis', 'desktop', async (page, screen) => {
    await openProposal(page, office, /^Usul musnah/u);
    const given = { button: 'Musnahkan sekarang', count: '2', passphrase: TEST_PASSPHRASE };
    await pressCounted(page, given, () => screen.inspect('Pelaksanaan pemusnahan'));
    await page.getByText('Pemusnahan berjalan; berita acara disiapkan setelah selesai').waitFor();
    await procedure.work();
    await openProposal(page, office, /^Usul musnah/u);
    await signPaperAs(page, 'Berita Acara Pemusnahan Arsip');
  });
  await procedure.work();
  await procedure.signAll('destruction_minutes', ['pengarah', 'auditor', 'kadis']);

  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, `/penyusutan/${procedure.id}`);
    await page.getByText('Selesai', { exact: true }).first().waitFor();
    await screen.inspect('Usul musnah, selesai');
    await office.go(page, `/surat/${letterId}`);
    await page.getByText('Isi surat ini telah dimusnahkan').waitFor();
    await page.getByText(/sesuai berita acara nomor 000\.5\.6\.2\/\d+\/DISKOMINFO-A/u).waitFor();
    await screen.inspect('Surat yang dimusnahkan');
  });
  expect(paths.map((path) => existsSync(path))).to.not.include(true);
  const lifecycles = await rowsOf<{ lifecycle: string }>(
    deps.database.adminUrl,
    'select lifecycle from record_file where id = any($1::uuid[]) order by lifecycle',
    [due.map(({ fileId }) => fileId)],
  );
  expect(lifecycles.map(({ lifecycle }) => lifecycle)).to.deep.equal(['destroyed', 'destroyed', 'inactive']);
}
