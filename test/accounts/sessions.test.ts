import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { makeAgency, TEST_PASSWORD, type TestAgency } from '../support/agency.ts';
import { clientOf, startApp, type TestApp } from '../support/app.ts';
import { rowsOf } from '../support/rows.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';

const HOUR_MS = 3_600_000;

describe('Logging in', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let app: TestApp;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps, {
      withAccounts: true,
      extraAppointments: [{ person: 'sekdis', position: 'kadis', kind: 'plh', from: '2026-12-01', to: '2026-12-05' }],
    });
    app = await startApp(deps);
  });
  after(async () => {
    await app.close();
    await deps.release();
  });
  afterEach(() => {
    deps.setNow(new Date('2026-11-24T02:00:00Z'));
  });

  const logIn = (nip: string, password: string) => app.request('POST', '/session', { json: { nip, password } });

  it('gives a host-only cookie that scripts cannot read, and names the desks', async () => {
    const reply = await logIn(agency.desk('staf').nip, TEST_PASSWORD);
    expect(reply.status).to.equal(201);
    const cookie = reply.headers.get('set-cookie') ?? '';
    expect(cookie).to.match(/^lontar=[\w-]{43};/u);
    expect(cookie).to.include('HttpOnly').and.to.include('SameSite=Lax').and.to.include('Path=/');
    expect((reply.json['appointments'] as { title: string }[])[0]?.title).to.equal('Pranata Komputer Ahli Pertama');
  });

  it('keeps no password or session id in the database', async () => {
    const reply = await logIn(agency.desk('staf2').nip, TEST_PASSWORD);
    const sessionId = (reply.headers.get('set-cookie') ?? '').split(/[=;]/u)[1] ?? '';
    const [account] = await rowsOf<{ password_hash: string }>(
      deps.database.adminUrl,
      'select password_hash from account limit 1',
    );
    expect(account?.password_hash).to.match(/^\$argon2id\$/u);
    const found = await rowsOf(
      deps.database.adminUrl,
      `select 1 from session where encode(id_hash, 'escape') like '%' || $1 || '%'`,
      [sessionId],
    );
    expect(found).to.have.length(0);
  });

  it('answers a wrong password and an unknown NIP alike', async () => {
    const wrong = await logIn(agency.desk('kabid').nip, 'bukan sandinya');
    const unknown = await logIn('199912312025121999', 'bukan sandinya');
    for (const reply of [wrong, unknown]) {
      expect(reply.status).to.equal(401);
      expect(reply.json['code']).to.equal('wrong_credentials');
    }
    const { requestId: _one, ...first } = wrong.json;
    const { requestId: _two, ...second } = unknown.json;
    expect(first).to.deep.equal(second);
    expect(wrong.headers.get('set-cookie')).to.equal(null);
  });

  it('slows guessing one account and says how long to wait', async () => {
    const { nip } = agency.desk('auditor');
    let last = await logIn(nip, 'tebakan 0');
    for (let guess = 1; guess < 12 && last.status !== 429; guess += 1) last = await logIn(nip, `tebakan ${guess}`);
    expect(last.status).to.equal(429);
    expect(last.json['detail']).to.match(/Coba lagi \d+ (detik|menit) lagi/u);
    expect(Number(last.headers.get('retry-after'))).to.be.greaterThan(0);
    expect((await logIn(nip, TEST_PASSWORD)).status, 'the right password waits too').to.equal(429);
    expect((await logIn(agency.desk('admin').nip, TEST_PASSWORD)).status, 'others are not slowed').to.equal(201);
  });

  it('lets no guess through among many sent at once', async () => {
    const { nip } = agency.desk('arsiparis');
    const guesses = Array.from({ length: 40 }, (_, index) =>
      logIn(nip, index === 39 ? TEST_PASSWORD : `tebakan ${index}`),
    );
    const replies = await Promise.all(guesses);
    expect(replies.at(-1)?.status).to.equal(429);
    expect(replies.filter((reply) => reply.status === 201)).to.have.length(0);
  });

  it('takes as long to refuse an unknown NIP as a known one', async () => {
    for (const nip of [agency.desk('kadispupr').nip, '199912312025121998']) {
      const since = performance.now();
      expect((await logIn(nip, 'bukan sandinya')).status).to.equal(401);
      expect(performance.now() - since).to.be.at.least(295);
    }
  });

  it('says which field is wrong without asking the database', async () => {
    const reply = await logIn('123', '');
    expect(reply.status).to.equal(422);
    expect((reply.json['fields'] as { path: string }[]).map((field) => field.path)).to.deep.equal(['nip', 'password']);
  });

  it('ends a session at log out, and all of them everywhere', async () => {
    const first = await app.logIn(agency.desk('tu'));
    const second = await app.logIn(agency.desk('tu'));
    const third = await app.logIn(agency.desk('tu'));
    expect((await first.call('DELETE', '/session')).status).to.equal(200);
    expect((await first.call('GET', '/session')).status).to.equal(401);
    expect((await second.call('DELETE', '/sessions')).json['ended']).to.equal(2);
    expect((await third.call('GET', '/session')).status).to.equal(401);
  });

  it('ends after eight idle hours and after a day of work', async () => {
    const idle = await app.logIn(agency.desk('staf'));
    deps.advance(8 * HOUR_MS + 1000);
    expect((await idle.call('GET', '/session')).status).to.equal(401);
    deps.setNow(new Date('2026-11-24T02:00:00Z'));
    const busy = await app.logIn(agency.desk('staf'));
    for (let hours = 0; hours < 21; hours += 7) {
      deps.advance(7 * HOUR_MS);
      expect((await busy.call('GET', '/session')).status).to.equal(200);
    }
    deps.advance(4 * HOUR_MS);
    expect((await busy.call('GET', '/session')).status).to.equal(401);
  });

  it('refuses commands from another origin, as a form, as text, and without idempotency key', async () => {
    const staf = await app.logIn(agency.desk('staf'));
    const json = { type: 'surat_dinas' };
    const before = await rowsOf<{ count: string }>(deps.database.adminUrl, 'select count(*) from letter');
    const foreign = await staf.call('POST', '/letters', { json, headers: { origin: 'https://jahat.example' } });
    expect([foreign.status, foreign.json['code']]).to.deep.equal([403, 'foreign_origin']);
    const crossSite = await staf.call('POST', '/letters', { json, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(crossSite.json['code']).to.equal('foreign_origin');
    const form = await staf.call('POST', '/letters', { raw: new URLSearchParams({ type: 'surat_dinas' }) });
    expect([form.status, form.json['code']]).to.deep.equal([415, 'unsupported_media']);
    const text = await staf.call('POST', '/letters', {
      raw: JSON.stringify(json),
      headers: { 'content-type': 'text/plain' },
    });
    expect(text.json['code']).to.equal('unsupported_media');
    const keyless = await staf.call('POST', '/letters', { json, headers: { 'idempotency-key': '' } });
    expect([keyless.status, keyless.json['code']]).to.deep.equal([400, 'idempotency_key_missing']);
    const after = await rowsOf<{ count: string }>(deps.database.adminUrl, 'select count(*) from letter');
    expect(after).to.deep.equal(before);
  });

  it('answers the same key once and refuses it for another request', async () => {
    const staf = await app.logIn(agency.desk('staf'));
    const headers = { 'idempotency-key': randomUUID() };
    const [first, again] = await Promise.all([
      staf.call('POST', '/letters', { json: { type: 'surat_dinas' }, headers }),
      staf.call('POST', '/letters', { json: { type: 'surat_dinas' }, headers }),
    ]);
    expect(first.json['id']).to.be.a('string').and.to.equal(again.json['id']);
    const other = await staf.call('POST', '/letters', { json: { type: 'nota_dinas' }, headers });
    expect([other.status, other.json['code']]).to.deep.equal([422, 'idempotency_mismatch']);
  });

  it('refuses malformed and oversized JSON with a sentence', async () => {
    const staf = await app.logIn(agency.desk('staf'));
    const broken = await staf.call('POST', '/letters', {
      raw: '{"type":',
      headers: { 'content-type': 'application/json' },
    });
    expect([broken.status, broken.json['code']]).to.deep.equal([400, 'malformed_request']);
    const huge = await staf.call('POST', '/letters', { json: { type: 'surat_dinas', filler: 'x'.repeat(1_200_000) } });
    expect([huge.status, huge.json['code']]).to.deep.equal([413, 'payload_too_large']);
  });
});

describe('Acting from a desk', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let app: TestApp;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps, {
      withAccounts: true,
      extraAppointments: [
        { person: 'sekdis', position: 'kadis', kind: 'plh', from: '2026-12-01', to: '2026-12-05' },
        { person: 'kabid', position: 'kosong', kind: 'plt', from: '2026-01-01', to: null },
      ],
    });
    app = await startApp(deps);
  });
  after(async () => {
    await app.close();
    await deps.release();
  });

  interface Listed {
    id: string;
    title: string;
    kind: string;
    canAct: boolean;
  }
  const desksOf = async (client: {
    call: (method: string, path: string) => Promise<{ json: Record<string, unknown> }>;
  }) => (await client.call('GET', '/session')).json['appointments'] as Listed[];

  it('asks for a desk, and refuses a malformed or foreign one', async () => {
    const staf = await app.logIn(agency.desk('staf'));
    const none = await app.request('GET', '/counts', { headers: { cookie: staf.cookie } });
    expect([none.status, none.json['code']]).to.deep.equal([400, 'desk_required']);
    for (const wrong of ['bukan-uuid', agency.desk('kadis').appointmentId]) {
      const reply = await clientOf(app.request, staf.cookie, wrong).call('GET', '/counts');
      expect([reply.status, reply.json['code']]).to.deep.equal([403, 'desk_invalid']);
    }
  });

  it('lets one person work from two desks in two tabs', async () => {
    const kabid = await app.logIn(agency.desk('kabid'));
    const desks = await desksOf(kabid);
    expect(desks.map((desk) => desk.title)).to.deep.equal([
      'Kepala Bidang Aplikasi Informatika',
      'Plt. Kepala Subbagian Keuangan',
    ]);
    const acting = clientOf(app.request, kabid.cookie, desks[1]?.id ?? '');
    const [own, other] = await Promise.all([
      kabid.call('POST', '/letters', { json: { type: 'nota_dinas' } }),
      acting.call('POST', '/letters', { json: { type: 'nota_dinas' } }),
    ]);
    const drafter = (reply: { json: Record<string, unknown> }) =>
      (reply.json['drafter'] as { positionId: string }).positionId;
    expect(drafter(own)).to.equal(agency.desk('kabid').positionId);
    expect(drafter(other)).to.equal(agency.desk('kosong').positionId);
    const foreign = await acting.call('POST', `/letters/${String(own.json['id'])}/withdraw`, {
      json: { version: own.json['version'], reason: 'Bukan dari meja ini' },
    });
    expect(foreign.json['code'], 'one desk does not act for the other').to.equal('forbidden');
    const again = { json: { type: 'nota_dinas' }, headers: { 'idempotency-key': randomUUID() } };
    expect((await kabid.call('POST', '/letters', again)).status).to.equal(201);
    const borrowed = await acting.call('POST', '/letters', again);
    expect(borrowed.json['code'], 'nor gets its answers').to.equal('idempotency_mismatch');
  });

  it('gives the desk to the Plh. only between the dates, while the definitive holder reads', async () => {
    const days: [string, boolean, boolean][] = [
      ['2026-11-30T10:00:00Z', false, true],
      ['2026-11-30T17:30:00Z', true, false],
      ['2026-12-04T16:30:00Z', true, false],
      ['2026-12-04T17:30:00Z', false, true],
    ];
    for (const [moment, isPlhHere, canHolderAct] of days) {
      deps.setNow(new Date(moment));
      const sekdis = await app.logIn(agency.desk('sekdis'));
      const kadis = await app.logIn(agency.desk('kadis'));
      expect(
        (await desksOf(sekdis)).some((desk) => desk.kind === 'plh'),
        moment,
      ).to.equal(isPlhHere);
      expect((await desksOf(kadis))[0]?.canAct, moment).to.equal(canHolderAct);
      const attempt = await kadis.call('POST', '/letters', { json: { type: 'nota_dinas' } });
      expect(attempt.json['code'] ?? 'ok', moment).to.equal(canHolderAct ? 'ok' : 'desk_read_only');
    }
  });
});
