import { expect } from 'chai';
import { setRead } from '../../server/intake/reading-queries.ts';
import { saveIntakeDraft } from '../../server/intake/save-intake-draft.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { formOf, register, upload } from '../support/registration.ts';
import { valueOf } from '../support/rows.ts';

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const NUL = '\u0000';
const HALF = '\ud800';

describe('input that no form sends', function () {
  this.timeout(60_000);

  let deps: TestDeps;
  let agency: TestAgency;
  let app: TestApp;

  beforeEach(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps, { withAccounts: true });
    app = await startApp(deps);
  });
  afterEach(async () => {
    await app.close();
    await deps.release();
  });

  let serial = 0;
  const ask = async (key: 'tu' | 'kadis', path: string, body?: unknown) => {
    const { cookie } = await app.logIn(agency.desk(key));
    serial += 1;
    const response = await fetch(`${app.baseUrl}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie,
        'lontar-appointment': agency.desk(key).appointmentId,
        'idempotency-key': `masukan-${String(serial)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };

  it('drops from every text what the database cannot keep', async () => {
    const content = { ...formOf(), subject: `Usul${NUL}an jem${HALF}batan`, summary: NUL };
    const { status, answer } = await ask('tu', '/incoming', {
      content,
      direct: { to: [agency.desk('kadis').positionId] },
    });
    expect({ status, subject: answer['subject'], summary: answer['summary'] }).to.deep.equal({
      ...{ status: 201, subject: 'Usulan jembatan', summary: '' },
    });
    const target = { kind: 'position', positionId: agency.desk('kabid').positionId };
    const recipients = [{ target, instructions: [`Telaah${NUL}`], note: `Segera${HALF}` }];
    const given = await ask('kadis', `/incoming/${String(answer['id'])}/dispositions`, { recipients });
    expect(given.status).to.equal(201);
    expect((await ask('tu', `/contacts?q=%00Bupati`)).status).to.equal(200);
    expect((await ask('tu', `/agenda/incoming?q=%00`)).status).to.equal(200);
  });

  it('refuses dates that no calendar reaches, by field', async () => {
    const { id } = await register(deps, agency, { direct: { to: ['kadis'] } });
    const target = { kind: 'position', positionId: agency.desk('kabid').positionId };
    for (const day of ['0000-01-01', '9999-12-31']) {
      const far = await ask('tu', '/incoming', { content: { ...formOf(), letterDate: day, dueDate: day } });
      expect({ day, status: far.status }).to.deep.equal({ day, status: 422 });
      expect(JSON.stringify(far.answer['fields'])).to.match(/content\.dueDate/u);
      const recipients = [{ target, instructions: ['Telaah'], dueDate: day }];
      expect((await ask('kadis', `/incoming/${id}/dispositions`, { recipients })).status).to.equal(422);
      expect((await ask('tu', `/agenda/incoming?from=${day}`)).status).to.equal(422);
    }
  });

  it('refuses a disposition that says nothing to somebody', async () => {
    const { id } = await register(deps, agency, { direct: { to: ['kadis'] } });
    const to = (key: 'kabid' | 'sekdis') => ({ kind: 'position', positionId: agency.desk(key).positionId });
    const recipients = [
      { target: to('kabid'), instructions: ['Telaah'] },
      { target: to('sekdis'), note: '  ' },
    ];
    const { status, answer } = await ask('kadis', `/incoming/${id}/dispositions`, { recipients });
    expect(status).to.equal(422);
    expect(JSON.stringify(answer['fields'])).to.match(/recipients\.1\.instructions/u);
  });

  it('keeps a draft and the result of a reading whatever characters they hold', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF);
    const draft = {
      subject: `a${NUL}b`,
      summary: String.raw`jalur C:\u0000\ud800`,
      [`x${HALF}`]: [HALF, '\ud83d\ude00'],
    };
    await saveIntakeDraft(deps, await agency.actor('tu'), { intakeId, draft });
    expect(await valueOf(deps.database.adminUrl, 'select draft from intake')).to.deep.equal({
      ...{ subject: 'ab', summary: String.raw`jalur C:\u0000\ud800`, x: ['', '\ud83d\ude00'] },
    });
    const { agencyId } = agency;
    const signer = { signer: `CN${NUL}palsu`, issuer: HALF, signedAt: null, isTrusted: false };
    const verdict = { verdict: 'invalid', reason: 'rusak', fileOrdinal: 1, signatures: [signer] } as const;
    const result = { engine: '', failure: null, proposals: {}, searchableSha256: null, signature: [], now: deps.now() };
    await deps.db.transaction({ agencyId }, (tx) =>
      setRead(tx, { agencyId, intakeId }, { ...result, verdict: { ...verdict, signatures: [signer] } }),
    );
    expect(await valueOf(deps.database.adminUrl, `select verdict #>> '{signatures,0,signer}' from intake`)).to.equal(
      'CNpalsu',
    );
  });
});
