import { expect } from 'chai';
import { drainOutbox } from '../../../workers/drain.ts';
import { makeDueFile, Office, PARTIES } from '../../disposal/archive.ts';
import { TEST_PASSPHRASE } from '../../support/agency.ts';
import { outside } from '../../support/letters.ts';
import { rowsOf } from '../../support/rows.ts';
import type { AgencyAtWork } from '../agency-at-work.ts';
import { nameParties, openProposal, pressCounted, proposeDueFiles, signPaperAs } from './disposal-desk.ts';

const TITLE = 'Penetapan rencana induk e-Government';
const SUBJECT = 'Rencana induk pemerintahan digital';
const KIND = /^Usul serah/u;

/** A permanent file changes hands: appraised, accepted by the institution, decreed, declared authentic, signed for. */
export async function handOverPermanent(office: AgencyAtWork): Promise<void> {
  const { deps, agency } = office;
  const { fileId } = await makeDueFile(deps, agency, {
    kind: 'handover',
    title: TITLE,
    letters: [{ subject: SUBJECT, to: [outside('PT Konsultan Uji')] }],
  });
  const procedure = new Office(deps, agency);
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    procedure.id = await proposeDueFiles(page, office, {
      due: /^Diserahkan/u,
      titles: [TITLE],
      button: /^Buat usul serah/u,
    });
    await nameParties(page, office, PARTIES.handover);
    await page.getByLabel('Lokasi arsip').fill('Depo Arsip Lantai 1, Rak C-01');
    await page.getByRole('button', { name: 'Simpan keterangan' }).click();
    await page.getByText('Usulan disimpan').waitFor();
    await screen.inspect('Usul serah, seleksi');
    await page.getByRole('button', { name: 'Ajukan 1 berkas' }).click();
    await page.getByText('Usulan diajukan; daftarnya disiapkan untuk ditandatangani').waitFor();
  });
  await procedure.signAll('handover_list', ['kabid', 'sekdis']);
  await procedure.assess('sekdis');
  await procedure.assess('kadis');
  await office.as('arsiparis', 'desktop', async (page) => {
    await openProposal(page, office, KIND);
    await pressCounted(page, {
      button: 'Setujui penyerahan',
      count: '1',
      consideration: 'Bernilai guna kesejarahan bagi provinsi.',
    });
    await page.getByText('Pertimbangan Anda tercatat').waitFor();
  });
  await procedure.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
  await office.as('kadispupr', 'desktop', async (page, screen) => {
    await openProposal(page, office, KIND);
    await pressCounted(page, { button: 'Setujui penyerahan', count: '1', passphrase: TEST_PASSPHRASE }, () =>
      screen.inspect('Persetujuan lembaga kearsipan'),
    );
    await page.getByText('Persetujuan ditandatangani, sedang diberi cap waktu').waitFor();
  });
  await procedure.work();
  await procedure.signAll('decree', ['kadis']);
  await office.as('kadis', 'desktop', async (page, screen) => {
    await openProposal(page, office, KIND);
    await screen.inspect('Pernyataan autentik');
    await signPaperAs(page, 'Surat Pernyataan Arsip Autentik');
  });
  await procedure.work();
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, `/penyusutan/${procedure.id}`);
    await page.getByRole('button', { name: 'Kemas 1 berkas' }).click();
    await page.waitForURL(/\/arsip\/ekspor$/u);
    await drainOutbox(deps);
    await page.getByText('Siap diunduh').first().waitFor();
    await screen.inspect('Paket serah');
  });
  await procedure.signAll('handover_minutes', ['kadis']);
  await office.as('kadispupr', 'phone', async (page, screen) => {
    await openProposal(page, office, KIND);
    await screen.inspect('Berita acara penyerahan');
    await signPaperAs(page, 'Berita Acara Penyerahan Arsip Statis');
  });
  await procedure.work();
  await office.as('arsiparis', 'desktop', async (page, screen) => {
    await office.go(page, `/penyusutan/${procedure.id}`);
    await page.getByText('Selesai', { exact: true }).first().waitFor();
    await screen.inspect('Usul serah, selesai');
    await office.go(page, `/berkas/${fileId}`);
    await page.getByText('Diserahkan', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    await screen.inspect('Berkas yang diserahkan');
  });
  const [row] = await rowsOf<{ lifecycle: string; unit: string }>(
    deps.database.adminUrl,
    'select lifecycle, kept_by_unit_id as unit from record_file where id = $1',
    [fileId],
  );
  expect(row).to.deep.equal({ lifecycle: 'handed_over', unit: agency.unitId('pupr') });
}
