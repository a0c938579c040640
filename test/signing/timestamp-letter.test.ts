import { expect } from 'chai';
import type { Deps } from '../../server/deps.ts';
import { runJob } from '../../workers/run-job.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { getSigning } from '../../server/signing/get-signing.ts';
import { revokeCertificate } from '../../server/signing/authority/revoke-certificate.ts';
import { sweepSigning } from '../../server/signing/sweep-signing.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const MINUTE_MS = 60_000;

describe('the worker half of signing', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  before(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  after(() => deps.release());

  const progressOf = async (letterId: string) => getSigning(deps, await agency.actor('kadis'), { letterId });
  const statusOf = (letterId: string) =>
    valueOf<string>(adminUrl, 'select status from letter where id = $1', [letterId]);
  const versionOf = (letterId: string) =>
    valueOf<number>(adminUrl, 'select version from letter where id = $1', [letterId]);
  const attemptsOf = (letterId: string) =>
    rowsOf<{ state: string; failure_code: string | null }>(
      adminUrl,
      'select state, failure_code from signing_attempt where letter_id = $1 order by started_at, id',
      [letterId],
    );
  const nextJob = (job: string, letterId: string) =>
    valueOf<string>(
      adminUrl,
      `select id from outbox where job = $1 and payload ->> 'letterId' = $2 and done_at is null and failed_at is null`,
      [job, letterId],
    );

  it('waits visibly while the timestamp service is down for an hour, then goes on by itself', async () => {
    const letter = await readyToSign(deps, agency);
    const started = deps.now();
    await press(deps, agency, letter);
    deps.timestampService.isDown = true;
    await drainOutbox(deps);
    for (let minute = 0; minute < 60; minute += 1) {
      deps.advance(MINUTE_MS);
      await sweepSigning(deps);
      await drainOutbox(deps);
    }
    expect(deps.now().getTime() - started.getTime()).to.equal(60 * MINUTE_MS);
    const waiting = await progressOf(letter.id);
    expect(waiting.letterStatus).to.equal('signing');
    expect(waiting.steps.map((step) => step.status)).to.deep.equal(['done', 'done', 'done', 'waiting', 'waiting']);
    expect(waiting.waitingReason).to.contain('Layanan cap waktu belum menjawab');
    expect(waiting.failure).to.equal(null);
    const number = waiting.number;

    deps.timestampService.isDown = false;
    deps.advance(MINUTE_MS);
    await drainOutbox(deps);
    const done = await progressOf(letter.id);
    expect(done.letterStatus).to.equal('dispatched');
    expect(done.number).to.equal(number);
    expect(done.waitingReason).to.equal(null);
    expect(
      await valueOf(adminUrl, 'select count(*)::int from register_entry where entity_id = $1', [letter.id]),
    ).to.equal(1);
  });

  it('gives the letter back with its number when no worker came within five minutes', async () => {
    const letter = await readyToSign(deps, agency);
    const { number } = await press(deps, agency, letter);
    deps.advance(6 * MINUTE_MS);
    await sweepSigning(deps);
    expect(await statusOf(letter.id)).to.equal('ready_to_sign');
    expect(await attemptsOf(letter.id)).to.deep.equal([{ state: 'failed', failure_code: 'secret_expired' }]);
    expect(await valueOf(adminUrl, 'select count(*)::int from signing_secret')).to.equal(0);
    const progress = await progressOf(letter.id);
    expect(progress.isFinished).to.equal(true);
    expect(progress.failure).to.contain('tanda tangani lagi');
    await drainOutbox(deps);

    const again = await press(deps, agency, { id: letter.id, version: await versionOf(letter.id) });
    expect(again.number).to.equal(number);
    await drainOutbox(deps);
    expect(await statusOf(letter.id)).to.equal('dispatched');
    expect(
      await valueOf(adminUrl, 'select count(*)::int from register_entry where entity_id = $1', [letter.id]),
    ).to.equal(1);
  });

  it('asks again when the database lost the passphrase in a crash', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    await rowsOf(adminUrl, 'truncate signing_secret');
    await drainOutbox(deps);
    expect(await attemptsOf(letter.id)).to.deep.equal([{ state: 'failed', failure_code: 'secret_lost' }]);
    expect(await statusOf(letter.id)).to.equal('ready_to_sign');
    const notices = await rowsOf<{ text: string }>(
      adminUrl,
      `select text from notification where letter_id = $1 and kind = 'signing_failed'`,
      [letter.id],
    );
    expect(notices).to.have.length(1);
  });

  it('gives the letter back after three tries of a signing service that does not answer', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    const broken: Deps = {
      ...deps,
      pdf: { ...deps.pdf, typeset: () => Promise.reject(new Error('connection reset')) },
    };
    const id = await nextJob('signing.seal', letter.id);
    expect(await runJob(broken, id)).to.equal('retry');
    expect((await progressOf(letter.id)).waitingReason).to.contain('Layanan tanda tangan belum menjawab');
    expect(await runJob(broken, id)).to.equal('retry');
    expect(await runJob(broken, id)).to.equal('done');
    expect(await attemptsOf(letter.id)).to.deep.equal([{ state: 'failed', failure_code: 'signing_service' }]);
    expect(await statusOf(letter.id)).to.equal('ready_to_sign');
  });

  it('accepts nothing while its own check cannot decide, and goes on when it can', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    await runJob(deps, await nextJob('signing.seal', letter.id));
    const id = await nextJob('signing.timestamp', letter.id);
    const noTrust: Deps = { ...deps, trust: { anchors: () => Promise.resolve([]), crls: () => deps.trust.crls() } };
    expect(await runJob(noTrust, id)).to.equal('retry');
    expect(await statusOf(letter.id)).to.equal('signing');
    expect(await runJob(deps, id)).to.equal('done');
    expect(await statusOf(letter.id)).to.equal('signed');
    await drainOutbox(deps);
  });

  it('gives the letter back when the certificate turns out to be revoked', async () => {
    const certificateId = await giveCertificate(deps, agency, 'kadispupr');
    const letter = await readyToSign(deps, agency, { signatory: 'kadispupr' });
    await press(deps, agency, letter, { as: 'kadispupr' });
    const serial = await valueOf<string>(adminUrl, 'select serial from certificate where id = $1', [certificateId]);
    await revokeCertificate(deps.authority, serial, new Date(deps.now().getTime() - MINUTE_MS));
    await drainOutbox(deps);
    expect(await attemptsOf(letter.id)).to.deep.equal([{ state: 'failed', failure_code: 'certificate_revoked' }]);
    expect(await statusOf(letter.id)).to.equal('ready_to_sign');
    expect(await valueOf(adminUrl, 'select signed_sha256 from letter where id = $1', [letter.id])).to.equal(null);
  });

  it('delivers the bytes of one run when two workers do the same work at once', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    const seal = await nextJob('signing.seal', letter.id);
    await Promise.all([runJob(deps, seal), runJob(deps, seal)]);
    const stamp = await nextJob('signing.timestamp', letter.id);
    await Promise.all([runJob(deps, stamp), runJob(deps, stamp)]);
    await drainOutbox(deps);
    expect(await attemptsOf(letter.id)).to.deep.equal([{ state: 'accepted', failure_code: null }]);
    const actions = await rowsOf<{ action: string; count: number }>(
      adminUrl,
      'select action, count(*)::int as count from event where letter_id = $1 group by action',
      [letter.id],
    );
    const countOf = (action: string) => actions.find((row) => row.action === action)?.count ?? 0;
    expect(countOf('letter.signed')).to.equal(1);
    expect(countOf('letter.delivered')).to.equal(1);
    expect(countOf('signing.discarded')).to.be.greaterThan(0);
  });

  it('discards the late bytes of an attempt that was given up', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    const id = await nextJob('signing.seal', letter.id);
    let isGivenUp = false;
    const slow: Deps = {
      ...deps,
      checkpoint: async (name) => {
        if (name !== 'sealed_stored' || isGivenUp) return;
        isGivenUp = true;
        deps.advance(6 * MINUTE_MS);
        await sweepSigning(deps);
      },
    };
    expect(await runJob(slow, id)).to.equal('done');
    expect(await statusOf(letter.id)).to.equal('ready_to_sign');
    expect(await attemptsOf(letter.id)).to.deep.equal([{ state: 'failed', failure_code: 'secret_expired' }]);
    const discarded = `select count(*)::int from event where letter_id = $1 and action = 'signing.discarded'`;
    expect(await valueOf(adminUrl, discarded, [letter.id])).to.equal(1);
    expect(
      await valueOf(adminUrl, `select count(*)::int from outbox where job = 'signing.timestamp' and done_at is null`),
    ).to.equal(0);
  });

  it('sends a sealed letter on again when its work got lost', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    await runJob(deps, await nextJob('signing.seal', letter.id));
    await rowsOf(adminUrl, 'delete from outbox where id = $1', [await nextJob('signing.timestamp', letter.id)]);
    await sweepSigning(deps);
    expect(await valueOf(adminUrl, `select count(*)::int from outbox where done_at is null`)).to.equal(0);
    deps.advance(MINUTE_MS);
    await sweepSigning(deps);
    await drainOutbox(deps);
    expect(await statusOf(letter.id)).to.equal('dispatched');
  });
});
