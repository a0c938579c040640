import { expect } from 'chai';
import { getSigning } from '../../server/signing/get-signing.ts';
import { verifySignedPdf } from '../../server/signing/pades/verify-signed-pdf.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

describe('signing a letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  after(() => deps.release());

  it('goes from the command to a verified, delivered PDF', async () => {
    const letter = await readyToSign(deps, agency);
    const accepted = await press(deps, agency, letter);
    expect(accepted.number).to.equal('500.12.6/1/DISKOMINFO/2026');
    expect(accepted.letterStatus).to.equal('signing');

    const outcomes = await drainOutbox(deps);
    expect(
      outcomes.every((outcome) => outcome === 'done'),
      JSON.stringify(outcomes),
    ).to.equal(true);

    const [row] = await rowsOf<Record<string, string>>(
      deps.database.adminUrl,
      'select status, signed_sha256, signature_level, signatory_name, letter_date::text from letter where id = $1',
      [letter.id],
    );
    expect(row).to.include({ status: 'dispatched', signature_level: 'B-T', letter_date: '2026-11-24' });
    const bytes = await deps.files.read(agency.agencyId, row?.['signed_sha256'] ?? '');
    const report = verifySignedPdf(bytes, {
      trustAnchors: await deps.trust.anchors(),
      now: deps.now(),
      crl: await deps.trust.crls(),
    });
    expect(report.verdict).to.equal('valid');
    expect(report.signatures[0]?.name).to.contain(agency.desk('kadis').name);

    const progress = await getSigning(deps, await agency.actor('kadis'), { letterId: letter.id });
    expect(progress.steps.map((step) => step.status)).to.deep.equal(['done', 'done', 'done', 'done', 'done']);
    expect(progress.isFinished).to.equal(true);
    expect(await valueOf(deps.database.adminUrl, 'select count(*)::int from signing_secret')).to.equal(0);
  });
});
