import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { withdrawLetter } from '../../server/letters/withdraw-letter.ts';
import { verifySignedPdf } from '../../server/signing/pades/verify-signed-pdf.ts';
import { getSigning } from '../../server/signing/get-signing.ts';
import { signLetter } from '../../server/signing/sign-letter.ts';
import { findDesk } from '../../server/accounts/authenticate.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, sessionOf, TEST_PASSPHRASE, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { readPages } from '../pdf/read-pages.ts';
import { countRows, refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

describe('signing a letter', () => {
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

  const stateOf = async (letterId: string) => {
    const [row] = await rowsOf<{ status: string; number: string | null; version: number }>(
      adminUrl,
      'select status, number, version from letter where id = $1',
      [letterId],
    );
    return row;
  };
  const entriesOf = (letterId: string) =>
    rowsOf(adminUrl, 'select number, status from register_entry where entity_id = $1 order by year, number', [
      letterId,
    ]);
  const eventsOf = async (letterId: string) =>
    (
      await rowsOf<{ action: string }>(adminUrl, 'select action from event where letter_id = $1 order by seq', [
        letterId,
      ])
    ).map((row) => row.action);

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
      adminUrl,
      'select status, signed_sha256, signature_level, signatory_name, signatory_title, letter_date::text from letter where id = $1',
      [letter.id],
    );
    expect(row).to.include({
      status: 'dispatched',
      signature_level: 'B-T',
      letter_date: '2026-11-24',
      signatory_name: agency.desk('kadis').name,
      signatory_title: 'Kepala Dinas Komunikasi dan Informatika',
    });
    const bytes = await deps.files.read(agency.agencyId, row?.['signed_sha256'] ?? '');
    const report = verifySignedPdf(bytes, {
      trustAnchors: await deps.trust.anchors(),
      now: deps.now(),
      crl: await deps.trust.crls(),
    });
    expect(report.verdict).to.equal('valid');
    expect(report.signatures[0]?.name).to.equal(agency.desk('kadis').name);
    const [page] = await readPages(bytes);
    expect(page).to.include('500.12.6/1/DISKOMINFO/2026').and.to.include('24 November 2026');

    const progress = await getSigning(deps, await agency.actor('kadis'), { letterId: letter.id });
    expect(progress.steps.map((step) => step.status)).to.deep.equal(['done', 'done', 'done', 'done', 'done']);
    expect(progress.isFinished).to.equal(true);
    expect(await valueOf(adminUrl, 'select count(*)::int from signing_secret')).to.equal(0);
    expect(await eventsOf(letter.id)).to.include.members([
      'signing.started',
      'letter.signed',
      'letter.delivered',
      'letter.dispatched',
    ]);
  });

  it('says at once that the passphrase is wrong, takes no number and writes only an event', async () => {
    const letter = await readyToSign(deps, agency);
    const before = await countRows(adminUrl);
    const refusal = await refusalOf(press(deps, agency, letter, { passphrase: 'bukan-ini' }), 'wrong_passphrase');
    expect(refusal.message).to.equal('Passphrase salah. Surat belum ditandatangani dan nomor belum diambil.');
    expect(await countRows(adminUrl)).to.deep.equal(before);
    expect(await eventsOf(letter.id)).to.include('signing.refused');
    expect(await entriesOf(letter.id)).to.deep.equal([]);
    expect((await stateOf(letter.id))?.status).to.equal('ready_to_sign');
  });

  it('makes a person who keeps failing wait, and forgets failures after a success', async () => {
    await giveCertificate(deps, agency, 'kadispupr');
    const letter = await readyToSign(deps, agency, { signatory: 'kadispupr' });
    const wrong = () => press(deps, agency, letter, { as: 'kadispupr', passphrase: 'salah' });
    for (let count = 0; count < 4; count += 1) await refusalOf(wrong(), 'wrong_passphrase');
    await press(deps, agency, letter, { as: 'kadispupr' });

    const next = await readyToSign(deps, agency, { signatory: 'kadispupr' });
    const wrongAgain = () => press(deps, agency, next, { as: 'kadispupr', passphrase: 'salah' });
    for (let count = 0; count < 5; count += 1) await refusalOf(wrongAgain(), 'wrong_passphrase');
    const refusal = await refusalOf(press(deps, agency, next, { as: 'kadispupr' }), 'throttled');
    expect(refusal.retryAfterSeconds).to.be.greaterThan(0);
    expect(await entriesOf(next.id)).to.deep.equal([]);
  });

  it('answers a double click of one key with the same answer and one number', async () => {
    const letter = await readyToSign(deps, agency);
    const key = randomUUID();
    const [first, second] = await Promise.all([
      press(deps, agency, letter, { key }),
      press(deps, agency, letter, { key }),
    ]);
    expect(second).to.deep.equal(first);
    expect(await press(deps, agency, letter, { key })).to.deep.equal(first);
    expect(await entriesOf(letter.id)).to.have.length(1);
    expect(
      await valueOf(adminUrl, 'select count(*)::int from signing_attempt where letter_id = $1', [letter.id]),
    ).to.equal(1);
  });

  it('numbers without gaps when many letters of one register are signed at once', async function () {
    this.timeout(60_000);
    const busy = await makeAgency(deps, { name: 'Pemerintah Provinsi Ramai' });
    await giveCertificate(deps, busy, 'kadis');
    const letters = [];
    for (let count = 0; count < 8; count += 1) letters.push(await readyToSign(deps, busy));
    await Promise.all(letters.map((letter) => press(deps, busy, letter)));
    const numbers = await rowsOf<{ number: number; printed: string }>(
      adminUrl,
      `select e.number, l.number as printed from register_entry e join letter l on l.id = e.entity_id
       where e.agency_id = $1 order by e.number`,
      [busy.agencyId],
    );
    expect(numbers).to.deep.equal(
      letters.map((_, index) => ({ number: index + 1, printed: `500.12.6/${index + 1}/DISKOMINFO/2026` })),
    );
  });

  it('lets one of twenty simultaneous presses with different keys win', async function () {
    this.timeout(60_000);
    const letter = await readyToSign(deps, agency);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => press(deps, agency, letter)));
    const won = results.filter((result) => result.status === 'fulfilled');
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code?: string }).code] : [],
    );
    expect(won).to.have.length(1);
    expect(new Set(codes)).to.deep.equal(new Set(['wrong_state']));
    expect(await entriesOf(letter.id)).to.have.length(1);
  });

  it('lets one of two signatories at the same desk win', async () => {
    const shared = await makeAgency(deps, {
      name: 'Pemerintah Provinsi Bersama',
      extraAppointments: [{ person: 'sekdis', position: 'kadis', kind: 'plh', from: '2026-11-01', to: '2026-12-01' }],
    });
    await rowsOf(adminUrl, `update appointment set is_shared = true where kind = 'plh' and agency_id = $1`, [
      shared.agencyId,
    ]);
    await giveCertificate(deps, shared, 'kadis');
    await giveCertificate(deps, shared, 'sekdis');
    const letter = await readyToSign(deps, shared);
    const [appointment] = await rowsOf<{ id: string }>(
      adminUrl,
      `select id from appointment where kind = 'plh' and agency_id = $1`,
      [shared.agencyId],
    );
    const acting = await findDesk(deps, sessionOf(shared.agencyId, shared.desk('sekdis')), appointment?.id ?? '');
    if (!acting) throw new Error('no acting desk');
    const input = { letterId: letter.id, version: letter.version, passphrase: TEST_PASSPHRASE };
    const results = await Promise.allSettled([
      signLetter(deps, await shared.actor('kadis'), input),
      signLetter(deps, acting, input),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).to.have.length(1);
    const [frozen] = await rowsOf<{ signatory_name: string; signatory_title: string; sheet_name: string }>(
      adminUrl,
      `select signatory_name, signatory_title, s.sheet -> 'signatory' ->> 'name' as sheet_name
       from letter l join signing_attempt s on s.letter_id = l.id where l.id = $1`,
      [letter.id],
    );
    const isActing = results[1].status === 'fulfilled';
    expect(frozen?.signatory_name).to.equal(shared.desk(isActing ? 'sekdis' : 'kadis').name);
    expect(frozen?.sheet_name).to.equal(frozen?.signatory_name);
    expect(frozen?.signatory_title.startsWith('Plh. ')).to.equal(isActing);
  });

  it('refuses a desk whose holder only reads while a Plh. acts', async () => {
    const covered = await makeAgency(deps, {
      name: 'Pemerintah Provinsi Tertutup',
      extraAppointments: [{ person: 'sekdis', position: 'kadis', kind: 'plh', from: '2026-11-01', to: '2026-12-01' }],
    });
    await giveCertificate(deps, covered, 'kadis');
    const letter = await readyToSign(deps, covered);
    await refusalOf(press(deps, covered, letter), 'desk_read_only');
  });

  it('either signs or withdraws a letter when both come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const letter = await readyToSign(deps, agency);
      const drafter = await agency.actor('staf');
      const [signed, withdrawn] = await Promise.allSettled([
        press(deps, agency, letter),
        withdrawLetter(deps, drafter, { letterId: letter.id, version: letter.version, reason: 'Batal dikirim' }),
      ]);
      expect([signed.status, withdrawn.status].sort()).to.deep.equal(['fulfilled', 'rejected']);
      const state = await stateOf(letter.id);
      expect(state?.status).to.equal(signed.status === 'fulfilled' ? 'signing' : 'withdrawn');
      expect(await entriesOf(letter.id)).to.have.length(signed.status === 'fulfilled' ? 1 : 0);
    }
  });

  it('refuses other desks, other agencies and old versions without a number', async () => {
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    await giveCertificate(deps, other, 'kadis');
    const letter = await readyToSign(deps, agency);
    const before = await countRows(adminUrl);
    await refusalOf(press(deps, agency, letter, { as: 'staf' }), 'forbidden');
    await refusalOf(press(deps, agency, letter, { as: 'kadispupr' }), 'forbidden');
    await refusalOf(press(deps, other, letter), 'not_found');
    await refusalOf(press(deps, agency, { id: letter.id, version: letter.version - 1 }), 'stale_version');
    expect(await countRows(adminUrl)).to.deep.equal(before);
  });

  it('refuses without a certificate, and with one that has expired or is revoked', async () => {
    const letter = await readyToSign(deps, agency, { signatory: 'sekda' });
    await refusalOf(press(deps, agency, letter, { as: 'sekda' }), 'certificate_missing');
    const past = {
      validFrom: new Date(deps.now().getTime() - YEAR_MS),
      validTo: new Date(deps.now().getTime() - 1000),
    };
    await giveCertificate(deps, agency, 'sekda', past);
    await refusalOf(press(deps, agency, letter, { as: 'sekda' }), 'certificate_expired');
    const id = await giveCertificate(deps, agency, 'sekda');
    await rowsOf(adminUrl, 'update certificate set revoked_at = $2 where id = $1', [id, deps.now()]);
    await refusalOf(press(deps, agency, letter, { as: 'sekda' }), 'certificate_expired');
    expect(await entriesOf(letter.id)).to.deep.equal([]);
  });

  it('keeps the passphrase out of outbox, events, idempotency keys and every table', async () => {
    const letter = await readyToSign(deps, agency);
    await press(deps, agency, letter);
    const tables = await rowsOf<{ name: string }>(
      adminUrl,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const found = await valueOf<number>(
        adminUrl,
        `select count(*)::int from "${name}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%'`,
        [TEST_PASSPHRASE, Buffer.from(TEST_PASSPHRASE).toString('hex')],
      );
      expect(found, name).to.equal(0);
    }
  });

  it('gives up a number of last year with a reason and takes one of the new year', async () => {
    const turning = await makeAgency(deps, { name: 'Pemerintah Provinsi Ganti Tahun', timeZone: 'Asia/Jayapura' });
    await giveCertificate(deps, turning, 'kadis');
    const before = deps.now();
    deps.setNow(new Date('2026-12-31T14:58:00Z'));
    try {
      const letter = await readyToSign(deps, turning);
      const first = await press(deps, turning, letter);
      expect(first.number).to.equal('500.12.6/1/DISKOMINFO/2026');
      deps.advance(6 * 60_000);
      await drainOutbox(deps);
      const state = await stateOf(letter.id);
      expect(state).to.include({ status: 'ready_to_sign', number: first.number });
      const again = await press(deps, turning, { id: letter.id, version: state?.version ?? 0 });
      expect(again.number).to.equal('500.12.6/1/DISKOMINFO/2027');
      expect(await entriesOf(letter.id)).to.deep.equal([
        { number: 1, status: 'void' },
        { number: 1, status: 'used' },
      ]);
      expect(await eventsOf(letter.id)).to.include('number.voided');
    } finally {
      deps.setNow(before);
    }
  });
});
