import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAnnex } from '../../server/letters/annexes.ts';
import { getCertificate } from '../../server/signing/get-certificate.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { annexPdf, annexPng } from '../pdf/annex-files.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { requireJudge } from '../support/judges.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { rowsOf } from '../support/rows.ts';

describe('the signed PDF of a letter with annexes', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let folder: string;
  let path: string;
  let row:
    { signed_sha256: string; page_count: number; size: number; reason: string; sheet_keys: string[] } | undefined;

  before(async function () {
    this.timeout(90_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    folder = mkdtempSync(join(tmpdir(), 'lontar-signed-'));
    path = join(folder, 'surat.pdf');
    const letter = await readyToSign(deps, agency, {
      prepare: async (letterId) => {
        const drafter = await agency.actor('staf');
        await addAnnex(deps, drafter, { letterId, fileName: 'peta.png', bytes: await annexPng() });
        await addAnnex(deps, drafter, { letterId, fileName: 'rencana.pdf', bytes: await annexPdf(2) });
      },
    });
    await press(deps, agency, letter);
    await drainOutbox(deps);
    [row] = await rowsOf(
      deps.database.adminUrl,
      `select l.signed_sha256, l.page_count, l.signed_size_bytes::int as size,
         (select reason from letter_version v where v.letter_id = l.id order by content_version desc limit 1) as reason,
         (select array_agg(key) from signing_attempt s, jsonb_object_keys(s.sheet) key where s.letter_id = l.id) as sheet_keys
       from letter l where l.id = $1`,
      [letter.id],
    );
    writeFileSync(path, await deps.files.read(agency.agencyId, row?.signed_sha256 ?? ''));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await deps.release();
  });

  it('holds the letter and every annex page under one signature', () => {
    expect(row?.page_count).to.equal(4);
    expect(row?.size).to.be.greaterThan(20_000);
  });

  it('is kept beside the version of the content that was signed', () => {
    expect(row?.reason).to.equal('signed');
  });

  it('leaves of the sheet it was set from only who signed', () => {
    expect(row?.sheet_keys).to.deep.equal(['signatory']);
  });

  const qpdf = requireJudge('the signed PDF of a letter', 'qpdf');
  if (qpdf !== null)
    it('is a sound PDF to qpdf', () => {
      const { status, stdout } = spawnSync(qpdf, ['--check', path], { encoding: 'utf8' });
      expect(status, stdout).to.equal(0);
    });

  const pdfsig = requireJudge('the signed PDF of a letter', 'pdfsig');
  const certutil = requireJudge('the signed PDF of a letter', 'certutil');
  if (pdfsig !== null && certutil !== null)
    it('is valid and trusted to pdfsig', () => {
      const store = `sql:${folder}`;
      const root = join(folder, 'root.pem');
      writeFileSync(root, deps.authority.root.certificate.toString());
      spawnSync(certutil, ['-N', '-d', store, '--empty-password']);
      spawnSync(certutil, ['-A', '-d', store, '-n', 'root', '-t', 'CT,C,C', '-i', root]);
      const { stdout } = spawnSync(pdfsig, ['-nssdir', store, path], { encoding: 'utf8' });
      expect(stdout).to.contain('Signature is Valid.');
      expect(stdout, stdout).to.contain('Certificate is Trusted.');
      expect(stdout).to.contain('Total document signed');
    });
});

describe('the own certificate', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  after(() => deps.release());

  it('is absent until one is given, and is shown with holder, issuer and validity', async () => {
    const actor = await agency.actor('kadis');
    expect(await getCertificate(deps, actor)).to.deep.equal({ certificate: null });
    await giveCertificate(deps, agency, 'kadis');
    const { certificate } = await getCertificate(deps, actor);
    expect(certificate).to.include({ holder: agency.desk('kadis').name, isUsable: true, isDemo: true });
    expect(certificate?.issuer).to.match(/Lontar/u);
  });

  it('is shown as unusable once it has expired', async () => {
    const validTo = new Date(deps.now().getTime() - 1000);
    await giveCertificate(deps, agency, 'sekda', { validFrom: new Date(validTo.getTime() - 1_000_000), validTo });
    const { certificate } = await getCertificate(deps, await agency.actor('sekda'));
    expect(certificate?.isUsable).to.equal(false);
  });
});
